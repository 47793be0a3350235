import { expect, onTestFinished, test } from 'vitest';
import { nullHomeservers } from './null-homeservers.ts';
import { api, ask } from './visit.fixture.ts';

const versions = '/_matrix/client/versions';
const state = `${api}/rooms/%21a%3Ab/state`;
const aliases = [`${api}/rooms/%21a%3Ab/aliases`, `${api}/directory/room/%23a%3Ab`];

async function start(name: string): Promise<string> {
  const found = nullHomeservers.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  const { url, close } = await found.start();
  onTestFinished(close);
  return url;
}

async function statuses(name: string): Promise<readonly unknown[]> {
  const url = await start(name);
  const asked = [versions, state, `${state}/a/b`, `${state}?a=b`, ...aliases].map((path) =>
    ask(url, 'GET', path).then(
      ({ status }) => status,
      () => 'closed',
    ),
  );
  return Promise.all(asked);
}

test.each([
  ['404 to all', 404],
  ['404 M_UNRECOGNIZED to all', 404],
  ['200 {} to all', 200],
  ['401 to all', 401],
  ['500 to all', 500],
  ['403 M_FORBIDDEN to all', 403],
  ['400 M_UNKNOWN to all', 400],
  ['204 to all', 204],
  ['200 and one event id to all', 200],
  ['200 and what was sent to all', 200],
  ['HTML to all', 200],
  ['connection closed', 'closed'],
])('"%s" answers so to everything, and its twin to state and aliases', async (name, answer) => {
  expect(await statuses(name)).toEqual(Array(6).fill(answer));
  expect(await statuses(`${name}, for state alone`)).toEqual([200, ...Array(5).fill(answer)]);
});

test('a twin makes aliases as it should, for what is asked of the state', async () => {
  const url = await start('200 {} to all, for state alone');
  expect((await ask(url, 'PUT', aliases[1] ?? '')).status).toBe(401);
});

test('the one that answers what was sent repeats a body, and has {} for none', async () => {
  const url = await start('200 and what was sent to all');
  const state = { text: 'hello' };
  expect((await ask(url, 'PUT', `${api}/anything`, { body: state })).body).toEqual(state);
  expect((await ask(url, 'GET', versions)).body).toEqual({});
});

test('each of them is in the list once, and nothing else', () => {
  expect(new Set(nullHomeservers.map(({ name }) => name)).size).toBe(24);
  expect(nullHomeservers).toHaveLength(24);
});
