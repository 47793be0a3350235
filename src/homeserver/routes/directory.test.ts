import { expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

async function scene() {
  const { register } = await visit();
  const [alice, bob] = [await register('alice'), await register('bob')];
  const room = await alice.opens();
  const room_id = decodeURIComponent(room.slice('/rooms/'.length));
  const path = '/directory/room/%23pub%3Areference.test';
  return { alice, bob, room, room_id, path };
}

test('an alias is made, found, joined by, listed and taken away', async () => {
  const { alice, bob, room, room_id, path } = await scene();
  expect((await alice.ask('PUT', path, { room_id })).status).toBe(200);
  expect((await bob.ask('GET', path)).body).toEqual({ room_id, servers: ['reference.test'] });
  expect((await bob.ask('POST', '/join/%23pub%3Areference.test')).body).toEqual({ room_id });
  expect((await bob.ask('GET', `${room}/aliases`)).body.aliases).toEqual(['#pub:reference.test']);
  expect((await bob.ask('DELETE', path)).body.errcode).toBe('M_FORBIDDEN');
  expect((await alice.ask('DELETE', path)).status).toBe(200);
  for (const method of ['GET', 'DELETE']) {
    const { status, body } = await alice.ask(method, path);
    expect([status, body.errcode]).toEqual([404, 'M_NOT_FOUND']);
  }
  expect((await bob.ask('POST', '/join/%23pub%3Areference.test')).status).toBe(404);
});

test('an alias is refused that is taken, of elsewhere, none, or of a room one is not in', async () => {
  const { alice, bob, room_id, path } = await scene();
  expect((await bob.ask('PUT', path, { room_id })).status).toBe(403);
  await alice.ask('PUT', path, { room_id });
  const { status, body } = await alice.ask('PUT', path, { room_id });
  expect([status, body.errcode]).toEqual([409, 'M_UNKNOWN']);
  for (const alias of ['%23pub%3Aelsewhere.test', 'pub', '%23pub']) {
    const refused = await alice.ask('PUT', `/directory/room/${alias}`, { room_id });
    expect([refused.status, refused.body.errcode]).toEqual([400, 'M_INVALID_PARAM']);
  }
  expect((await alice.ask('PUT', path.replace('pub', 'new'), {})).body.errcode).toBe('M_BAD_JSON');
});
