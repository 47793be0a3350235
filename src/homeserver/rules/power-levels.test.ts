import { describe, expect, test } from 'vitest';
import { roomVersions } from '../rooms/room-version.ts';
import { visit } from '../visit.fixture.ts';

/** bob has the level 50 and may set the levels; alice made the room. */
async function scene(room_version: string, more = {}) {
  const { register } = await visit();
  const [alice, bob] = [await register('alice'), await register('bob')];
  const users = {
    [bob.id]: 50,
    '@equal:reference.test': 50,
    '@admin:reference.test': 90,
    ...(room_version === '12' ? {} : { [alice.id]: 100 }),
  };
  const levels = { users, events: { 'm.room.power_levels': 50, 'org.high': 70 }, ...more };
  const room = await alice.opens({ room_version, power_level_content_override: levels });
  await bob.ask('POST', `${room}/join`);
  const path = `${room}/state/m.room.power_levels`;
  const { body: current } = await alice.ask('GET', path);
  expect(current.users).toEqual(users);
  return { alice, bob, path, current };
}

describe.each(roomVersions)('the levels of a room of version %s', (version) => {
  test.each([
    ['raises a level above their own', { ban: 51 }],
    ['raises a type above their own', { events: { 'm.room.power_levels': 50, 'org.new': 51 } }],
    ['takes away a type above their own', { events: { 'm.room.power_levels': 50 } }],
  ])('are not changed by who %s', async (_, change) => {
    const { bob, path, current } = await scene(version);
    const answer = await bob.ask('PUT', path, { ...current, ...change });
    expect([answer.status, answer.body.errcode]).toEqual([403, 'M_FORBIDDEN']);
  });

  test.each([
    ['an equal', '@equal:reference.test'],
    ['a superior', '@admin:reference.test'],
  ])('are not taken from %s', async (_, userId) => {
    const { bob, path, current } = await scene(version);
    const { [userId]: _taken, ...users } = current.users;
    expect((await bob.ask('PUT', path, { ...current, users })).status).toBe(403);
  });

  test('may be given up to the own one, and the own one may be lowered', async () => {
    const { bob, path, current } = await scene(version);
    const users = { ...current.users, '@new:reference.test': 50 };
    expect((await bob.ask('PUT', path, { ...current, users })).status).toBe(200);
    const lower = { ...users, [bob.id]: 1 };
    expect((await bob.ask('PUT', path, { ...current, users: lower })).status).toBe(200);
    expect((await bob.ask('PUT', path, { ...current, users })).status).toBe(403);
  });

  test.each([
    ['a level of a user is no integer', { users: { '@a:b.c': null } }],
    ['a list is no object', { users: [] }],
    ['a key is no user id', { users: { bob: 50 } }],
  ])('are refused from anyone where %s', async (_, change) => {
    const { alice, path, current } = await scene(version);
    const answer = await alice.ask('PUT', path, { ...current, ...change });
    expect([answer.status, answer.body.errcode]).toEqual([400, 'M_BAD_JSON']);
  });
});

const isSinceVersion = (first: number) =>
  roomVersions.filter((version) => Number(version) >= first);
const isBeforeVersion = (first: number) =>
  roomVersions.filter((version) => Number(version) < first);

test.each(isSinceVersion(10))('are integers, in version %s', async (version) => {
  const { alice, path, current } = await scene(version);
  for (const change of [{ ban: '50' }, { ban: null }, { events: { 'org.a': null } }]) {
    const answer = await alice.ask('PUT', path, { ...current, ...change });
    expect([answer.status, answer.body.errcode]).toEqual([400, 'M_BAD_JSON']);
  }
});

test.each(isBeforeVersion(10))('may be written as strings, in version %s', async (version) => {
  const { alice, bob, path, current } = await scene(version);
  const users = { ...current.users, [bob.id]: ' +0060 ' };
  const levels = { ...current, users, events: { 'm.room.power_levels': '60' } };
  expect((await alice.ask('PUT', path, levels)).status).toBe(200);
  expect((await bob.ask('PUT', path, { ...levels, ban: '61' })).status).toBe(403);
  expect((await bob.ask('PUT', path, { ...levels, ban: '60' })).status).toBe(200);
});

test.each(isBeforeVersion(6))('may be written as floats, in version %s', async (version) => {
  const { alice, bob, path, current } = await scene(version);
  const text = (level: string) =>
    JSON.stringify({ ...current, ban: 'LEVEL' }).replace('"LEVEL"', level);
  expect((await alice.ask('PUT', path, text('60.7'))).status).toBe(200);
  expect((await bob.ask('PUT', path, text('50.9'))).status).toBe(403);
  expect((await alice.ask('PUT', path, text('50.1'))).status).toBe(200);
  expect((await bob.ask('PUT', path, text('50.9'))).status).toBe(200);
});

test.each(roomVersions)('guard notifications since version 6 only: %s', async (version) => {
  const { bob, path, current } = await scene(version);
  const answer = await bob.ask('PUT', path, { ...current, notifications: { room: 51 } });
  expect(answer.status).toBe(Number(version) < 6 ? 200 : 403);
});

test('name no creator in version 12, whose power has no end', async () => {
  const { alice, path, current } = await scene('12', { events: { 'm.room.power_levels': 9e9 } });
  const named = { ...current, users: { [alice.id]: 100 } };
  expect((await alice.ask('PUT', path, named)).status).toBe(403);
  expect((await alice.ask('PUT', path, { ...current, users: {} })).status).toBe(200);
  expect((await alice.ask('PUT', path, current)).status).toBe(200);
});

test('name the creator up to version 11, who has no power without being named', async () => {
  const { alice, path, current } = await scene('11');
  expect((await alice.ask('PUT', path, { ...current, users: {} })).status).toBe(200);
  expect((await alice.ask('PUT', path, current)).status).toBe(403);
});
