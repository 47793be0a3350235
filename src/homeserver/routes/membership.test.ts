import { expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

async function scene(preset = 'public_chat') {
  const { register } = await visit();
  const [alice, bob] = [await register('alice'), await register('bob')];
  const room = await alice.opens({ preset });
  const membership = async () =>
    (await alice.ask('GET', `${room}/state/m.room.member/${bob.id}`)).body.membership;
  return { alice, bob, room, membership, target: { user_id: bob.id } };
}

test('a user is invited, joins, leaves, is banned and unbanned', async () => {
  const { alice, bob, room, membership, target } = await scene('private_chat');
  expect((await bob.ask('POST', `${room}/join`)).body.errcode).toBe('M_FORBIDDEN');
  expect((await alice.ask('POST', `${room}/invite`, target)).body).toEqual({});
  expect(await membership()).toBe('invite');
  expect((await bob.ask('POST', `${room}/join`)).status).toBe(200);
  expect((await bob.ask('POST', `${room}/join`)).status).toBe(200);
  expect(await membership()).toBe('join');
  expect((await alice.ask('POST', `${room}/unban`, target)).body.errcode).toBe('M_BAD_STATE');
  expect((await bob.ask('POST', `${room}/leave`)).body).toEqual({});
  expect((await bob.ask('POST', `${room}/leave`)).body.errcode).toBe('M_FORBIDDEN');
  expect((await alice.ask('POST', `${room}/kick`, target)).body.errcode).toBe('M_FORBIDDEN');
  expect((await alice.ask('POST', `${room}/ban`, target)).body).toEqual({});
  expect(await membership()).toBe('ban');
  expect((await alice.ask('POST', `${room}/unban`, target)).body).toEqual({});
  expect(await membership()).toBe('leave');
});

test('a kick needs the power, and keeps its reason', async () => {
  const { alice, bob, room, target } = await scene();
  await bob.ask('POST', `${room}/join`);
  expect((await bob.ask('POST', `${room}/kick`, { user_id: alice.id })).status).toBe(403);
  await alice.ask('POST', `${room}/kick`, { ...target, reason: 'enough' });
  const { body } = await alice.ask('GET', `${room}/state/m.room.member/${bob.id}`);
  expect(body).toEqual({ membership: 'leave', reason: 'enough' });
});

test('a target has to be there and to be a user id', async () => {
  const { alice, room } = await scene();
  const invite = async (body: { [name: string]: unknown }) =>
    (await alice.ask('POST', `${room}/invite`, body)).body.errcode;
  expect(await invite({ reason: 'none' })).toBe('M_MISSING_PARAM');
  expect(await invite({ user_id: 'bob' })).toBe('M_INVALID_PARAM');
});
