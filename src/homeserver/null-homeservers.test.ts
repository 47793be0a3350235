import { expect, onTestFinished, test } from 'vitest';
import { nullHomeservers } from './null-homeservers.ts';
import { api, ask } from './visit.fixture.ts';

const versions = '/_matrix/client/versions';
const state = `${api}/rooms/%21a%3Ab/state`;

async function statuses(name: string): Promise<readonly unknown[]> {
  const found = nullHomeservers.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  const { url, close } = await found.start();
  onTestFinished(close);
  const asked = [versions, state, `${state}/a/b`, `${state}?a=b`].map((path) =>
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
  ['HTML to all', 200],
  ['connection closed', 'closed'],
])('"%s" answers so to everything, and its twin to state alone', async (name, answer) => {
  expect(await statuses(name)).toEqual([answer, answer, answer, answer]);
  expect(await statuses(`${name}, for state alone`)).toEqual([200, answer, answer, answer]);
});

test('each of them is in the list once, and nothing else', () => {
  expect(new Set(nullHomeservers.map(({ name }) => name)).size).toBe(14);
  expect(nullHomeservers).toHaveLength(14);
});
