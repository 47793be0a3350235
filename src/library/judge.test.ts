import { Readable } from 'node:stream';
import { Response as ofPackage } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import { assertMatrixSpec } from './assert-matrix-spec.ts';
import { judge } from './judge.ts';
import { matchers } from './matchers.ts';
import '../matchers/vitest.ts';

let homeserver: Awaited<ReturnType<typeof startHomeserver>>;
let headers: Readonly<Record<string, string>>;
let roomId = '';

const url = (path: string) => `${homeserver.url}/_matrix/client/v3/${path}`;
const whoami = () => fetch(url('account/whoami'), { headers });
const wrong = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: { user_id: 7 },
};

beforeAll(async () => {
  homeserver = await startHomeserver();
  const body = JSON.stringify({ auth: { type: 'm.login.dummy' }, password: 'p' });
  const first = await fetch(url('register'), { method: 'POST', body });
  const { session } = (await first.json()) as { session: string };
  const again = JSON.stringify({ auth: { type: 'm.login.dummy', session }, password: 'p' });
  const registered = await fetch(url('register'), { method: 'POST', body: again });
  const { access_token: token } = (await registered.json()) as { access_token: string };
  headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const room = await fetch(url('createRoom'), { method: 'POST', headers, body: '{}' });
  roomId = ((await room.json()) as { room_id: string }).room_id;
});
afterAll(() => homeserver.close());

describe('judge', () => {
  test('finds the operation of a request, and nothing wrong with a sound answer', async () => {
    const request = new Request(url(`rooms/${encodeURIComponent(roomId)}/state/m.room.create/`), {
      headers,
    });
    const response = await fetch(request);
    const { operation, findings, notJudged } = await judge(request, response);
    expect(operation?.operationId).toBe('getRoomStateWithKey');
    expect({ findings, notJudged }).toEqual({ findings: [], notJudged: undefined });
    // The body is still there for the test that it is judged in.
    expect(await response.json()).toHaveProperty('room_version');
  });

  test('says of each side what is wrong with it', async () => {
    const request = { method: 'POST', url: '/_matrix/client/v3/createRoom', body: { name: 7 } };
    const { findings } = await judge(request, { ...wrong, body: {} });
    expect(findings.map(({ side, kind, message }) => [side, kind, message])).toEqual([
      ['homeserver', 'schema', expect.stringContaining('room_id')],
      ['client', 'schema', expect.stringContaining('/name')],
    ]);
  });

  test.each([
    ['of node:http and axios', { status: 200, headers: wrong.headers, data: wrong.body }],
    ['of undici', { statusCode: 200, headers: wrong.headers, body: JSON.stringify(wrong.body) }],
    ['of supertest', { status: 200, headers: wrong.headers, text: JSON.stringify(wrong.body) }],
    [
      'of supertest with a body that was read',
      { ...wrong, body: {}, text: JSON.stringify(wrong.body) },
    ],
    ['of fetch', Response.json(wrong.body)],
    ['of the fetch of a package', ofPackage.json(wrong.body) as unknown as Response],
    ['in bytes', { ...wrong, body: Buffer.from(JSON.stringify(wrong.body)) }],
  ])('takes an answer %s', async (_, response) => {
    const { findings } = await judge('getTokenOwner', response);
    expect(findings.map(({ message }) => message)).toEqual(['/user_id must be string']);
  });

  test('judges nothing that no document has, and says so', async () => {
    const judged = await judge({ url: '/_matrix/client/v3/nonsense' }, { status: 200, body: {} });
    expect(judged).toEqual({ findings: [], notJudged: 'no document has the operation' });
  });

  test.each([
    ['an operation that is none', 'getNonsense', wrong, /No document has an operation getNonsense/],
    [
      'a body that is a stream',
      'getTokenOwner',
      { ...wrong, body: Readable.from(['{}']) },
      /stream/,
    ],
    [
      'a body that is a stream of the web',
      'getTokenOwner',
      { ...wrong, body: new Blob(['{}']).stream() },
      /stream/,
    ],
    [
      'a status that is a function, as of Playwright',
      'getTokenOwner',
      { ...wrong, status: (() => 200) as unknown as number },
      /neither a number/,
    ],
    ['an answer without a status', 'getTokenOwner', { body: {} }, /neither a number status/],
  ])('throws for %s', async (_, request, response, message) => {
    await expect(judge(request, response)).rejects.toThrow(message);
  });

  test('throws for an answer that was read already, and judges its clone', async () => {
    const response = await whoami();
    const clone = response.clone();
    await response.json();
    await expect(judge('getTokenOwner', response)).rejects.toThrow(/read already/);
    expect((await judge('getTokenOwner', clone)).findings).toEqual([]);
  });

  test('throws each time where the specification cannot be loaded', async () => {
    const options = { specification: 'nowhere.yaml' };
    for (const _ of [1, 2]) await expect(judge('sync', wrong, options)).rejects.toThrow(/nowhere/);
  });
});

describe('in a test of one’s own', () => {
  test('a sound answer satisfies the matcher of Vitest', async () => {
    await expect(await whoami()).toSatisfyMatrixSpec('getTokenOwner');
    await expect(wrong).not.toSatisfyMatrixSpec('getTokenOwner');
  });

  test('an answer that is wrong does not, and the message says where', async () => {
    const { pass, message } = await matchers.toSatisfyMatrixSpec(wrong, 'getTokenOwner');
    expect(pass).toBe(false);
    expect(message()).toMatchInlineSnapshot(`
      "The answer does not satisfy the document of getTokenOwner:
        the 200 of getTokenOwner: /user_id must be string
          expected  string
          actual    7"
    `);
    await expect(assertMatrixSpec(wrong, 'getTokenOwner')).rejects.toThrow(/must be string/);
    await expect(assertMatrixSpec(await whoami(), 'getTokenOwner')).resolves.toBeUndefined();
  });

  test('what is not judged satisfies nothing', async () => {
    const request = { url: '/_matrix/client/v3/nonsense' };
    await expect(matchers.toSatisfyMatrixSpec(wrong, request)).rejects.toThrow(/cannot be judged/);
  });
});
