import { expect, test } from 'vitest';
import { api, Guest, visit } from '../visit.fixture.ts';

async function scene() {
  const { url, ask, register } = await visit({ registration: { guests: true } });
  const alice = await register('alice');
  const { body } = await ask('POST', `${api}/register?kind=guest`, { body: { username: 'no' } });
  const guest = new Guest(url, body.access_token, body.user_id);
  const room = await alice.opens();
  const closeTo = (guest_access: string) =>
    alice.ask('PUT', `${room}/state/m.room.guest_access`, { guest_access });
  return { alice, guest, room, closeTo };
}

test('a guest is one, with a name that the homeserver chose', async () => {
  const { guest } = await scene();
  expect(guest.id).not.toContain('@no:');
  expect((await guest.ask('GET', '/account/whoami')).body.is_guest).toBe(true);
});

test('a guest joins where the room says so, and is put out when it no longer does', async () => {
  const { alice, guest, room, closeTo } = await scene();
  const { body } = await guest.ask('POST', `${room}/join`, {});
  expect(body.errcode).toBe('M_GUEST_ACCESS_FORBIDDEN');
  await closeTo('can_join');
  expect((await guest.ask('POST', `${room}/join`, {})).status).toBe(200);
  await closeTo('forbidden');
  const member = `${room}/state/m.room.member/${encodeURIComponent(guest.id)}`;
  expect((await alice.ask('GET', member)).body).toEqual({ membership: 'leave' });
  const own = `${room}/state/m.room.member/${encodeURIComponent(alice.id)}`;
  expect((await alice.ask('GET', own)).body).toMatchObject({ membership: 'join' });
});

test('a guest makes no rooms, and there are none where nobody wants them', async () => {
  const { guest } = await scene();
  const { body } = await guest.ask('POST', '/createRoom', {});
  expect(body.errcode).toBe('M_GUEST_ACCESS_FORBIDDEN');
  const { ask } = await visit();
  expect((await ask('POST', `${api}/register?kind=guest`)).status).toBe(403);
});
