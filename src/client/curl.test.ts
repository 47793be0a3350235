import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanRequest } from './clean-request.ts';
import { curl } from './curl.ts';
import { type LocalServer, sendJson, startLocalServer } from './local-server.fixture.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { Redactor } from './redactor.ts';
import { Target } from './target.ts';

let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer((response) => sendJson(response, {}));
});
afterAll(() => server.close());

const token = 'alices-very-own-token';
const request = (changes: Partial<PreparedRequest> = {}): PreparedRequest => ({
  method: 'PUT',
  path: '/_matrix/client/v3/rooms/%21r%3Ahs/state/m.room.topic/',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  user: 'alice',
  token,
  ...changes,
});
const bytes = (text: string) => new TextEncoder().encode(text);

/** The command as a report shows it. */
function command(one: PreparedRequest): string {
  const redactor = new Redactor();
  redactor.learn(token);
  return curl(server.url, cleanRequest(redactor, one));
}

/** What arrives when a person pastes it. */
async function pasted(one: PreparedRequest) {
  const before = server.received.length;
  const env = { ...process.env, ALICE_TOKEN: token };
  await promisify(execFile)('bash', ['-c', command(one)], { env });
  return server.received.slice(before);
}

/** What arrives when the checker sends it. */
async function sent(one: PreparedRequest) {
  const target = new Target(server.url);
  const before = server.received.length;
  await target.send(one, AbortSignal.timeout(10_000));
  await target.close();
  return server.received.slice(before);
}

const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);

describe('what is pasted arrives like what was sent', () => {
  test.each<[string, Partial<PreparedRequest>]>([
    ['a GET', { method: 'GET', headers: { authorization: `Bearer ${token}` } }],
    ['a DELETE without a token', { method: 'DELETE', headers: {} }],
    ['a HEAD', { method: 'HEAD', headers: {} }],
    ['a PUT of JSON', { body: bytes('{"topic":"tea & biscuits"}') }],
    ['a PUT without a body', {}],
    ['an empty body', { body: bytes('') }],
    ['quotes of both kinds', { body: bytes(`{'it''s': "so", "\`id\`": "$HOME $(id) !x"}`) }],
    ['backslashes', { body: bytes('{"a":"\\\\n \\u0041 \\0101 \\c \\x41"}') }],
    ['a leading @', { body: bytes('@/etc/hostname') }],
    ['a leading dash', { body: bytes('-d') }],
    ['percent signs', { body: bytes('%s %b %% %n') }],
    ['line feeds and tabs', { body: bytes('{\r\n\t"a": 1\n}\n') }],
    ['a NUL', { body: bytes('a\u0000b') }],
    ['a byte order mark', { body: bytes('\ufeff{}') }],
    ['what no terminal shows', { body: bytes('\u202e \u2028 \u0085 \u200b \ufffe') }],
    ['other scripts', { body: bytes('{"é":"日本 🦊"}') }],
    ['every byte', { body: everyByte }],
    ['digits after octal escapes', { body: bytes('\u00017\n8\t9') }],
    ['no content type', { body: bytes('{}'), headers: {} }],
    ['an empty header', { body: bytes('{}'), headers: { 'content-type': '', 'x-empty': '' } }],
    ['a header with quotes', { headers: { 'x-odd': `it's "so" $HOME \\` } }],
    ['a header with a tab', { headers: { 'x-odd': "a\tb'c\\d" } }],
    ['dots and slashes in the path', { path: "/a/../%2e%2e/./b//c%2Fd'e" }],
    ['brackets and braces in the path', { path: '/[1-3]/{a,b}?x=[]' }],
    ['an unknown method', { method: 'BREW' }],
    ['another token', { headers: { authorization: 'Bearer short1' } }],
    ['another scheme', { headers: { authorization: 'Basic bm9ib2R5' } }],
  ])('%s', async (_, changes) => {
    const one = request(changes);
    const [expected, more] = await sent(one);
    const [arrived, evenMore] = await pasted(one);
    expect(more ?? evenMore).toBeUndefined();
    expect(arrived?.method).toBe(expected?.method);
    expect(arrived?.path).toBe(expected?.path);
    expect(arrived?.body.toString('latin1')).toBe(expected?.body.toString('latin1'));
    for (const name of ['authorization', 'content-type', 'x-odd', 'x-empty']) {
      expect([name, arrived?.headers[name]]).toEqual([name, expected?.headers[name]]);
    }
  });
});

describe('the command', () => {
  test('is one line of what every terminal shows as it is', () => {
    const one = request({
      body: bytes('a\n\t\u001b[2J\u0000\u007f\u009b\u202e\u2028'),
      headers: { 'x-odd': 'a\tb\u00a0' },
    });
    expect(command(one)).toMatch(/^[ -~]+$/);
    expect(command(request({ body: bytes('a\nb') }))).toContain("printf %b 'a\\0012b' |");
  });

  test('has a shell variable in place of the token of who asks', () => {
    const text = command(request());
    expect(text).toContain('-H "Authorization: Bearer $ALICE_TOKEN"');
    expect(text).not.toContain(token);
  });

  test('does not lend that variable to a request with another token', () => {
    const headers = { authorization: 'Bearer nobody-was-ever-given-this-token' };
    expect(command(request({ headers }))).not.toContain('$');
  });

  test('shows no secret of a body, however a shell has to spell it', () => {
    const secret = `it's a "secret" pass\\word`;
    const redactor = new Redactor();
    redactor.learn(secret);
    for (const end of ['', '\n', '\u0000']) {
      const body = bytes(JSON.stringify({ of: secret }) + end);
      const text = curl(server.url, cleanRequest(redactor, request({ body })));
      expect(text).toContain('<redacted>');
      expect(text).not.toContain('secret');
    }
  });

  test('shows no secret of a body that is no text', () => {
    const body = Buffer.concat([Uint8Array.of(0xff), bytes(`{"x":"${token}"}`)]);
    expect(command(request({ body }))).not.toContain(token);
  });

  test('says of a body that is too large how large it is', () => {
    const text = command(request({ body: bytes('x'.repeat(5000)) }));
    expect(text).toContain("'<5000 bytes, too many to show>'");
    expect(text.length).toBeLessThan(500);
  });
});
