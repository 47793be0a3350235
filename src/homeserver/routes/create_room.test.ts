import { describe, expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

async function scene() {
  const { ask, register } = await visit();
  return { ask, alice: await register('alice'), bob: await register('bob') };
}

test.each([
  ['10', /^!\w+:reference\.test$/, { creator: '@alice:reference.test' }],
  ['11', /^!\w+:reference\.test$/, {}],
  ['12', /^![\w-]{43}$/, {}],
])('a room of version %s has the id and the creation of its version', async (version, id, more) => {
  const { alice } = await scene();
  const room = await alice.opens({ room_version: version });
  expect(decodeURIComponent(room.slice('/rooms/'.length))).toMatch(id);
  const { body } = await alice.ask('GET', `${room}/state/m.room.create?format=event`);
  expect(body.content).toEqual({ room_version: version, ...more });
  if (version === '12') expect(body.event_id.slice(1)).toBe(body.room_id.slice(1));
});

test('rooms that are made alike at the same time have different ids', async () => {
  const { alice } = await scene();
  const rooms = await Promise.all(Array.from({ length: 50 }, () => alice.opens()));
  expect(new Set(rooms).size).toBe(50);
});

test('a room has what its request asks for, the later the stronger', async () => {
  const { alice, bob } = await scene();
  const room = await alice.opens({
    preset: 'private_chat',
    name: 'named',
    topic: 'told',
    room_alias_name: 'pub',
    invite: [bob.id],
    initial_state: [
      { type: 'm.room.name', content: { name: 'initial' } },
      { type: 'm.room.join_rules', content: { join_rule: 'public' } },
      { type: 'org.example', state_key: 'key', content: { a: 1 } },
    ],
  });
  const state = async (path: string) => (await alice.ask('GET', `${room}/state/${path}`)).body;
  expect(await state('m.room.name')).toEqual({ name: 'named' });
  expect(await state('m.room.topic')).toEqual({ topic: 'told' });
  expect(await state('m.room.join_rules')).toEqual({ join_rule: 'public' });
  expect(await state('m.room.canonical_alias')).toEqual({ alias: '#pub:reference.test' });
  expect(await state('org.example/key')).toEqual({ a: 1 });
  expect(await state(`m.room.member/${bob.id}`)).toMatchObject({ membership: 'invite' });
});

test('who is trusted has the power of the creator', async () => {
  const { alice, bob } = await scene();
  const more = { preset: 'trusted_private_chat', invite: [bob.id] };
  const old = await alice.opens({ ...more, room_version: '11' });
  const { body } = await alice.ask('GET', `${old}/state/m.room.power_levels`);
  expect(body.users).toEqual({ [alice.id]: 100, [bob.id]: 100 });
  const young = await alice.opens({ ...more, room_version: '12' });
  const { body: create } = await alice.ask('GET', `${young}/state/m.room.create`);
  expect(create.additional_creators).toEqual([bob.id]);
  const { body: levels } = await alice.ask('GET', `${young}/state/m.room.power_levels`);
  expect(levels.users).toEqual({});
  expect(levels.events['m.room.tombstone']).toBeGreaterThan(levels.state_default);
});

describe('a room is not made', () => {
  test.each([
    [{ room_version: '99' }, 'M_UNSUPPORTED_ROOM_VERSION'],
    [{ room_version: 11 }, 'M_UNSUPPORTED_ROOM_VERSION'],
    [{ invite: 'bob' }, 'M_BAD_JSON'],
    [{ initial_state: [{ type: 'a' }] }, 'M_BAD_JSON'],
    [{ preset: 'toString' }, 'M_INVALID_PARAM'],
    [{ room_alias_name: 'a:b' }, 'M_INVALID_PARAM'],
    [{ room_alias_name: 'taken' }, 'M_ROOM_IN_USE'],
    [{ room_version: '11', power_level_content_override: { users: {} } }, 'M_INVALID_ROOM_STATE'],
    [{ initial_state: [{ type: 'm.room.create', content: {} }] }, 'M_INVALID_ROOM_STATE'],
  ])('from %j: %s', async (body, errcode) => {
    const { alice } = await scene();
    await alice.opens({ room_alias_name: 'taken' });
    const answer = await alice.ask('POST', '/createRoom', { name: 'x', ...body });
    expect([answer.status, answer.body.errcode]).toEqual([400, errcode]);
  });

  test('and leaves no alias behind', async () => {
    const { alice } = await scene();
    const levels = { power_level_content_override: { users: [] } };
    const refused = await alice.ask('POST', '/createRoom', { room_alias_name: 'pub', ...levels });
    expect(refused.status).toBe(400);
    expect((await alice.ask('GET', '/directory/room/%23pub%3Areference.test')).status).toBe(404);
  });
});
