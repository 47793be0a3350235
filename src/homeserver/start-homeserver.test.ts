import { expect, test } from 'vitest';
import { roomVersions } from './rooms/room-version.ts';
import { startHomeserver } from './start-homeserver.ts';
import { api, ask, Guest, visit } from './visit.fixture.ts';

test('it says who it is and what it can', async () => {
  const { ask: askIt, register } = await visit({ serverName: 'other.test:8448' });
  const { body } = await askIt('GET', '/_matrix/federation/v1/version');
  expect(body.server.name).toBe('matrix-conformance reference');
  expect((await askIt('GET', '/_matrix/client/versions')).body.versions).toContain('v1.16');
  const alice = await register('alice');
  expect(alice.id).toBe('@alice:other.test:8448');
  const { body: can } = await alice.ask('GET', '/capabilities');
  const available = Object.fromEntries(roomVersions.map((version) => [version, 'stable']));
  expect(Object.keys(available)).toHaveLength(12);
  const versions = { default: '12', available };
  expect(can.capabilities['m.room_versions']).toEqual(versions);
});

test('two homeservers know nothing of each other', async () => {
  const [one, other] = [await visit(), await visit()];
  const alice = await one.register('alice');
  const stranger = new Guest(other.url, alice.token, alice.id);
  expect((await stranger.ask('GET', '/account/whoami')).status).toBe(401);
  expect((await other.register('alice')).id).toBe(alice.id);
});

test('closing ends a sync that is waiting', async () => {
  const { url, close } = await startHomeserver({
    registration: { applicationService: { token: 'as', senderLocalpart: 'bot' } },
  });
  const { body } = await ask(url, 'GET', `${api}/sync`, { token: 'as' });
  const path = `${api}/sync?since=${body.next_batch}&timeout=30000`;
  const waiting = expect(ask(url, 'GET', path, { token: 'as' })).rejects.toThrow();
  await ask(url, 'GET', '/_matrix/client/versions');
  await close();
  await waiting;
});

test('a port that is taken is an error', async () => {
  const { url } = await visit();
  await expect(startHomeserver({ port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE');
});
