import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { converse } from './converse.ts';
import { Deadline } from './deadline.ts';
import { get, lineTo } from './line.fixture.ts';
import {
  type Answer,
  type LocalServer,
  sendJson,
  startLocalServer,
  startSocketServer,
} from './local-server.fixture.ts';
import { WaitBudget } from './wait-budget.ts';

async function serve(answer: Answer): Promise<LocalServer> {
  const server = await startLocalServer(answer);
  onTestFinished(() => server.close());
  return server;
}

async function serveRaw(...args: Parameters<typeof startSocketServer>): Promise<LocalServer> {
  const server = await startSocketServer(...args);
  onTestFinished(() => server.close());
  return server;
}

const limited = { errcode: 'M_LIMIT_EXCEEDED', error: 'slow down' };

describe('what goes over the wire', () => {
  test.each([
    '/rooms/%2e%2e/state/a%2Fb/',
    '/a/../b/./c//d',
    '/%E4%F6?a=%2B+&b=%5B%5D',
    "/it's/(so)/*!;,=@:$&",
  ])('the path %s arrives untouched', async (path) => {
    const { url, received } = await serve((response) => sendJson(response, {}));
    await converse(lineTo(`${url}/below/`), get(path));
    expect(received.map((one) => one.path)).toEqual([`/below${path}`]);
  });

  test('the bytes of a body arrive untouched, and their number is told', async () => {
    const { url, received } = await serve((response) => sendJson(response, {}));
    const body = Uint8Array.of(0xef, 0xbb, 0xbf, 0, 0xff, 10);
    await converse(lineTo(url), { ...get('/'), method: 'PUT', body });
    expect(received[0]?.body.toString('hex')).toBe('efbbbf00ff0a');
    expect(received[0]?.headers['content-length']).toBe('6');
  });

  test('a body whose transfer is chunked arrives whole, and without its length', async () => {
    const { url, received } = await serve((response) => sendJson(response, {}));
    const body = new TextEncoder().encode('{"in": "two pieces"}');
    const headers = { 'transfer-encoding': 'chunked' };
    const { exchange } = await converse(lineTo(url), { ...get('/'), method: 'PUT', headers, body });
    expect(received[0]?.body.toString()).toBe('{"in": "two pieces"}');
    expect(received[0]?.headers).toMatchObject(headers);
    expect(received[0]?.headers).not.toHaveProperty('content-length');
    expect(exchange.curl).toContain('transfer-encoding: chunked');
  });

  test('a PUT and a POST without a body say that they have none', async () => {
    const { url, received } = await serve((response) => sendJson(response, {}));
    const line = lineTo(url);
    for (const method of ['PUT', 'POST']) await converse(line, { ...get('/'), method });
    expect(received.map(({ headers }) => headers['content-length'])).toEqual(['0', '0']);
  });
});

describe('what comes back', () => {
  test('an answer is read, and recorded with what was asked', async () => {
    const { url } = await serve((response) => sendJson(response, { a: 1 }, 418, { 'X-Odd': 'b' }));
    const { answer, exchange } = await converse(lineTo(url), { ...get('/teapot'), user: 'alice' });
    expect(answer).toMatchObject({
      status: 418,
      isUtf8: true,
      json: { ok: true, value: { a: 1 } },
    });
    expect(exchange.user).toBe('alice');
    expect(exchange.request).toMatchObject({ method: 'GET', url: `${url}/teapot` });
    expect(exchange.response).toMatchObject({ status: 418, body: '{"a":1}', truncated: false });
    expect(exchange.response?.headers['x-odd']).toBe('b');
    expect(exchange.failure).toBeUndefined();
  });

  test('a header that comes twice is joined', async () => {
    const { url } = await serve((response) => {
      response.writeHead(
        200,
        [
          ['x-odd', 'a'],
          ['x-odd', 'b'],
        ].flat(),
      );
      response.end();
    });
    const { answer } = await converse(lineTo(url), get('/'));
    expect(answer?.headers['x-odd']).toBe('a, b');
  });

  test('a redirect is an answer like any other: nobody follows it', async () => {
    const elsewhere = await serve((response) => sendJson(response, {}));
    const location = `${elsewhere.url}/`;
    const { url } = await serve((response) => sendJson(response, {}, 302, { location }));
    const { answer } = await converse(lineTo(url), get('/'));
    expect(answer?.status).toBe(302);
    expect(elsewhere.received).toEqual([]);
  });

  test.each([
    ['bytes that are no UTF-8 are shown', Buffer.from([0x61, 0xff, 0x0a]), 'a\\xff\n', false],
    ['a byte order mark stays', Buffer.from('\ufeff{}'), '\ufeff{}', true],
    ['an empty body is no JSON', Buffer.from(''), '', true],
  ])('%s', async (_, bytes, body, isUtf8) => {
    const { url } = await serve((response) => response.end(bytes));
    const { answer, exchange } = await converse(lineTo(url), get('/'));
    expect(answer).toMatchObject({ body, isUtf8, json: { ok: false } });
    expect(exchange.response?.body).toBe(body);
  });

  test('of a large body a part is recorded, and the whole is judged', async () => {
    const { url } = await serve((response) => sendJson(response, ['x'.repeat(1_000_000)]));
    const { answer, exchange } = await converse(lineTo(url), get('/'));
    expect(answer?.body).toHaveLength(1_000_004);
    expect(exchange.response?.truncated).toBe(true);
    expect(exchange.response?.body).toHaveLength(128 * 1024);
  });

  test('no secret is recorded, wherever the homeserver puts it', async () => {
    const secret = 'a-secret-that-nobody-may-see';
    const { url } = await serve((response, { headers }) => {
      const echo = String(headers.authorization);
      sendJson(response, { error: `${'.'.repeat(65_520)}${echo}` }, 403, {
        'x-echo': echo,
        [`x-${echo.slice(7)}`]: 'name',
      });
    });
    const line = lineTo(url);
    line.redactor.learn(secret);
    const headers = { authorization: `Bearer ${secret}` };
    const request = { ...get(`/${secret}?a=${secret}`), headers, user: 'alice', token: secret };
    const body = new TextEncoder().encode(JSON.stringify({ secret }));
    const { answer, exchange } = await converse(line, { ...request, method: 'PUT', body });
    expect(answer?.body).toContain(secret);
    expect(JSON.stringify(exchange)).not.toContain(secret.slice(0, 12));
    expect(exchange.curl).toContain('$ALICE_TOKEN');
  });
});

describe('what is no answer', () => {
  test.each<[string, string, string]>([
    ['the connection is closed', '', 'closed the connection'],
    [
      'a body ends too early',
      'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}',
      'Content-Length|closed',
    ],
    [
      'a chunk ends too early',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}',
      'closed',
    ],
    ['it is no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n\r\n', 'is not HTTP'],
    [
      'two lengths',
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      'its Content-Length',
    ],
    ['endless headers', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(1e6)}\r\n\r\n`, 'headers .* too large'],
  ])('%s', async (_, text, reason) => {
    const { url } = await serveRaw((socket) => socket.end(text));
    const { answer, exchange } = await converse(lineTo(url), get('/'));
    expect(answer).toBeUndefined();
    expect(exchange.response).toBeUndefined();
    expect(exchange.failure).toMatch(new RegExp(reason));
    expect(exchange.curl).toContain(url);
  });

  test('nobody listens', async () => {
    const { url, close } = await startLocalServer((response) => sendJson(response, {}));
    await close();
    const { exchange } = await converse(lineTo(url), get('/'));
    expect(exchange.failure).toBe('the connection was refused');
  });

  test('a body without an end is left at the bound', async () => {
    const { url } = await serve((response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1_000_000, 32)));
      };
      response.on('drain', more);
      more();
    });
    const { exchange } = await converse(lineTo(url), get('/'));
    expect(exchange.failure).toBe('the answer is larger than 16 MiB');
  });

  test.each<[string, Answer]>([
    ['headers', () => {}],
    ['a body', (response) => response.write('{')],
  ])('%s that do not come are waited for until the deadline', async (_, answer) => {
    const { url } = await serve(answer);
    const { exchange } = await converse(lineTo(url, { deadline: new Deadline(200) }), get('/'));
    expect(exchange.failure).toBe('it took longer than 0.2 s');
  });

  test('an interruption is told as such', async () => {
    const interruption = new AbortController();
    const { url } = await serve(() => interruption.abort());
    const deadline = new Deadline(20_000, interruption.signal);
    const { exchange } = await converse(lineTo(url, { deadline }), get('/'));
    expect(exchange.failure).toBe('the run was interrupted');
  });

  test('the next request is none the worse for more than the length says', async () => {
    let count = 0;
    const { url } = await serveRaw((socket) => {
      count += 1;
      const more = count === 1 ? 'HTTP/1.1 418 Smuggled\r\nContent-Length: 0\r\n\r\n' : '';
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}${more}`);
    });
    const line = lineTo(url);
    expect((await converse(line, get('/'))).answer?.status).toBe(200);
    expect((await converse(line, get('/'))).answer?.status).toBe(200);
  });
});

describe('a homeserver that limits its rate', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const onceLimited = (headers: Record<string, string>, body: object) =>
    serve((response, _, count) => {
      if (count === 0) sendJson(response, body, 429, headers);
      else sendJson(response, { through: true });
    });

  test.each<[string, Record<string, string>, object, number]>([
    ['seconds', { 'retry-after': '0.06' }, limited, 60],
    ['the body', {}, { ...limited, retry_after_ms: 70 }, 70],
  ])('is waited for as its %s say', async (_, headers, body, ms) => {
    const { url, received } = await onceLimited(headers, body);
    const waits: number[] = [];
    const line = lineTo(url, { onWait: (one) => waits.push(one) });
    const { answer, exchange, limited: first } = await converse(line, get('/'));
    expect(answer?.json).toEqual({ ok: true, value: { through: true } });
    expect(first?.status).toBe(429);
    expect(waits).toEqual([ms]);
    expect(exchange).toMatchObject({ rateLimitWaits: 1, rateLimitWaitedMs: ms });
    expect(received).toHaveLength(2);
  });

  test('as an HTTP date says', async () => {
    const date = new Date(Date.now() + 2000).toUTCString();
    const { url } = await onceLimited({ 'retry-after': date }, limited);
    const { answer, exchange } = await converse(lineTo(url), get('/'));
    expect(answer?.status).toBe(200);
    expect(exchange.rateLimitWaits).toBe(1);
  });

  test('costs the scenario none of its time', async () => {
    const { url } = await onceLimited({ 'retry-after': '1.7' }, limited);
    const deadline = new Deadline(1500);
    const { answer } = await converse(lineTo(url, { deadline }), get('/'));
    expect(answer?.status).toBe(200);
  });

  test('is not waited for longer than the bound: then its 429 is the answer', async () => {
    const { url, received } = await onceLimited({ 'retry-after': '301' }, limited);
    const { answer, exchange } = await converse(lineTo(url), get('/'));
    expect(answer?.status).toBe(429);
    expect(exchange.rateLimitWaits).toBe(0);
    expect(received).toHaveLength(1);
  });

  test('is not waited for longer than the whole run may wait', async () => {
    const { url } = await serve((response) =>
      sendJson(response, { ...limited, retry_after_ms: 60 }, 429),
    );
    const line = lineTo(url, { waitBudget: new WaitBudget(150) });
    const { answer, exchange } = await converse(line, get('/'));
    expect(answer?.status).toBe(429);
    expect(exchange.rateLimitWaitedMs).toBeLessThanOrEqual(150);
  });

  test('is not waited for after an interruption', async () => {
    const interruption = new AbortController();
    const { url } = await onceLimited({ 'retry-after': '200' }, limited);
    const deadline = new Deadline(20_000, interruption.signal);
    const line = lineTo(url, { deadline, onWait: () => interruption.abort() });
    const { answer, exchange } = await converse(line, get('/'));
    expect(answer).toBeUndefined();
    expect(exchange.failure).toBe('the run was interrupted');
  });
});

test('a secret that is learned after an exchange is not shown in it either', async () => {
  const secret = 'a-secret-that-nobody-may-see';
  const { url } = await serve((response) => sendJson(response, { secret }));
  const line = lineTo(url);
  const { exchange } = await converse(line, get(`/${secret}`));
  line.redactor.learn(secret);
  expect(JSON.stringify(exchange)).not.toContain(secret);
});
