import { describe, expect, test } from 'vitest';
import { api, visit } from '../visit.fixture.ts';

describe('the order of the checks', () => {
  test('is path, method, token, body, room', async () => {
    const { ask, register } = await visit();
    const { token } = await register('alice');
    const path = `${api}/rooms/!none/state/org.example`;
    const errcodes = [
      await ask('PATCH', `${path}/key/11`, { body: 'not json' }),
      await ask('PATCH', path, { body: 'not json' }),
      await ask('PUT', path, { body: 'not json' }),
      await ask('PUT', path, { body: 'not json', token: 'nobody' }),
      await ask('PUT', path, { body: 'not json', token }),
      await ask('PUT', path, { body: [], token }),
      await ask('PUT', path, { token }),
    ].map(({ status, body }) => `${status} ${body.errcode}`);
    expect(errcodes).toEqual([
      '404 M_UNRECOGNIZED',
      '405 M_UNRECOGNIZED',
      '401 M_MISSING_TOKEN',
      '401 M_UNKNOWN_TOKEN',
      '400 M_NOT_JSON',
      '400 M_BAD_JSON',
      '403 M_FORBIDDEN',
    ]);
  });
});

describe('a body', () => {
  test.each([
    ['is empty', ''],
    ['begins with a byte order mark', '\ufeff{}'],
    ['holds NaN', '{"a":NaN}'],
    ['goes on after its end', '{} {}'],
  ])('that %s is refused with M_NOT_JSON', async (_, body) => {
    const { ask, register } = await visit();
    const { token } = await register('alice');
    const answer = await ask('PUT', `${api}/rooms/!none/state/a`, { token, body });
    expect([answer.status, answer.body.errcode]).toEqual([400, 'M_NOT_JSON']);
  });

  test('that is far too long is read to its end and refused with M_TOO_LARGE', async () => {
    const { ask, register } = await visit();
    const { token } = await register('alice');
    const body = { text: 'a'.repeat(5_000_000) };
    const answer = await ask('PUT', `${api}/rooms/!none/state/a`, { token, body });
    expect([answer.status, answer.body.errcode]).toEqual([413, 'M_TOO_LARGE']);
  });

  test('need not be called JSON', async () => {
    const { ask } = await visit();
    const headers = { 'content-type': 'text/plain' };
    const { status } = await ask('POST', `${api}/register`, { headers, body: { username: 'bob' } });
    expect(status).toBe(401);
  });
});

describe('CORS headers', () => {
  const origin = 'access-control-allow-origin';

  test('stand on every answer', async () => {
    const { ask } = await visit();
    for (const path of ['/_matrix/client/versions', `${api}/sync`, '/nowhere']) {
      expect((await ask('GET', path)).headers[origin]).toBe('*');
    }
  });

  test('are the answer to OPTIONS on any path, without a token', async () => {
    const { ask } = await visit();
    for (const path of [`${api}/sync`, '/nowhere']) {
      const { status, headers } = await ask('OPTIONS', path);
      expect([status, headers[origin]]).toEqual([200, '*']);
      expect(headers['access-control-allow-headers']).toContain('Authorization');
    }
  });
});

test('a token is read from a Bearer header alone', async () => {
  const { ask, register } = await visit();
  const { token } = await register('alice');
  const whoami = `${api}/account/whoami`;
  for (const authorization of [`Basic ${token}`, token, 'Bearer', `Bearer ${token} ${token}`]) {
    const { body } = await ask('GET', whoami, { headers: { authorization } });
    expect(body.errcode).toBe('M_MISSING_TOKEN');
  }
  expect((await ask('GET', `${whoami}?access_token=${token}`)).status).toBe(401);
  const lowerCase = { headers: { authorization: `bearer ${token}` } };
  expect((await ask('GET', whoami, lowerCase)).status).toBe(200);
});

test('what is over the limit is refused with the time to wait', async () => {
  const { ask } = await visit({ limits: { requests: 2, windowMs: 60_000 } });
  const versions = '/_matrix/client/versions';
  expect((await ask('GET', versions)).status).toBe(200);
  expect((await ask('GET', versions)).status).toBe(200);
  const { status, headers, body } = await ask('GET', versions);
  expect([status, body.errcode, headers['retry-after']]).toEqual([429, 'M_LIMIT_EXCEEDED', '60']);
  expect(body.retry_after_ms).toBeGreaterThan(50_000);
});

test('only the operations of a limit are counted', async () => {
  const limits = { requests: 0, windowMs: 60_000, operations: ['getLoginFlows'] };
  const { ask } = await visit({ limits });
  expect((await ask('GET', '/_matrix/client/versions')).status).toBe(200);
  expect((await ask('GET', `${api}/login`)).status).toBe(429);
});
