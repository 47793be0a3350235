import { randomBytes } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Play, playTwice } from './proxy.fixture.ts';

const json = Buffer.from(JSON.stringify({ chunk: Array.from({ length: 200 }, (_, n) => ({ n })) }));

/** A client that says this, hears so much and ends; an origin that hears a request and answers. */
function exchange(
  request: string | Buffer,
  heard: string,
  answer: string | Buffer,
  slow = 1,
): Play {
  return {
    async client(wire) {
      await wire.say(request, slow);
      await wire.hearEnd();
      wire.end();
    },
    async origin(wire) {
      await wire.hear(heard);
      await wire.say(answer, slow);
      wire.end();
      await wire.hearEnd();
    },
  };
}

function get(path: string, ...headers: string[]): string {
  return `GET ${path} HTTP/1.1\r\nHost: hs\r\n${headers.map((one) => `${one}\r\n`).join('')}\r\n`;
}

function answer(body: Buffer | string, ...headers: string[]): Buffer {
  const lines = ['HTTP/1.1 200 OK', `Content-Length: ${Buffer.byteLength(body)}`, ...headers];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

const end = '\r\n\r\n';
const chunked = 'Transfer-Encoding: chunked';
const whole: Readonly<Record<string, Play>> = {
  'odd paths': exchange(get('//a/%2e%2e/%2F/./..//b/?x=%zz&&y=é|{}"<>^`'), end, answer('{}')),
  'a target in absolute form': exchange(get('http://hs/a'), end, answer('{}')),
  'an asterisk as target': exchange('OPTIONS * HTTP/1.1\r\nHost: hs\r\n\r\n', end, answer('')),
  'headers of any case, order and number': exchange(
    get('/', 'x-A: 1', 'X-a:2', 'X-A:   ', 'cookie: a=b', 'Cookie: c=d', 'X-Bytes: \xe9\xff'),
    end,
    answer('{}', 'Set-Cookie: a', 'set-cookie: b', 'X-B:é', 'X-Empty:'),
  ),
  'hop-by-hop headers': exchange(
    get('/', 'Connection: close, x-hop', 'X-Hop: 1', 'TE: trailers', 'Keep-Alive: timeout=9'),
    end,
    answer('{}', 'Connection: close', 'Keep-Alive: timeout=1'),
  ),
  'a reason phrase of its own': exchange(
    get('/'),
    end,
    'HTTP/1.1 499 Not \xe9ven  that\r\nContent-Length: 0\r\n\r\n',
  ),
  'no reason phrase': exchange(get('/'), end, 'HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\n{}'),
  'an answer of HTTP/1.0 until the end': exchange(
    'GET / HTTP/1.0\r\n\r\n',
    end,
    'HTTP/1.0 200 OK\r\n\r\n{"a":1}',
  ),
  'HEAD with a length': exchange(
    'HEAD / HTTP/1.1\r\nHost: hs\r\n\r\n',
    end,
    'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n',
  ),
  '204': exchange(get('/'), end, 'HTTP/1.1 204 No Content\r\nX: 1\r\n\r\n'),
  '304 with a length': exchange(get('/'), end, 'HTTP/1.1 304 Not\r\nContent-Length: 7\r\n\r\n'),
  'answers before the answer': exchange(
    get('/'),
    end,
    Buffer.concat([
      Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 P\r\n\r\n'),
      answer('{}'),
    ]),
  ),
  'a body of no bytes, in chunks': exchange(
    `PUT / HTTP/1.1\r\nHost: hs\r\n${chunked}\r\n\r\n0\r\n\r\n`,
    `0${end}`,
    `HTTP/1.1 200 OK\r\n${chunked}\r\n\r\n0\r\n\r\n`,
  ),
  'chunks with extensions and trailers': exchange(
    `PUT / HTTP/1.1\r\nHost: hs\r\n${chunked}\r\nTrailer: X\r\n\r\n5;a="b"\r\nhello\r\n00\r\nX: y\r\n\r\n`,
    `X: y${end}`,
    `HTTP/1.1 200 OK\r\n${chunked}\r\n\r\n2 ;x\r\n{}\r\n0\r\nX-Sum: 1\r\nX-Sum: 2\r\n\r\n`,
  ),
  gzip: exchange(get('/'), end, answer(gzipSync(json), 'Content-Encoding: gzip')),
  brotli: exchange(get('/'), end, answer(brotliCompressSync(json), 'Content-Encoding: br')),
  'slow dribbles': exchange(
    `PUT / HTTP/1.1\r\nHost: hs\r\n${chunked}\r\n\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n`,
    `0${end}`,
    `HTTP/1.1 200 OK\r\n${chunked}\r\n\r\n8\r\n{"a": 1}\r\n0\r\n\r\n`,
    60,
  ),
  'a request that is cut off in its head': exchange(
    'GET / HTTP/1.1\r\nHost: hs\r\nX-Un',
    'X-Un',
    'HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n',
  ),
  'empty lines before a request': exchange(
    `\r\n\r\n${get('/', 'X-Last: 1')}`,
    `1${end}`,
    answer('{}'),
  ),
  'what is no HTTP': exchange('\x16\x03\x01\x02\0\x01\n', '\n', 'HTTP/1.1 400 Bad\r\n\r\n'),
  'a length and chunks at once': exchange(
    `PUT / HTTP/1.1\r\nHost: hs\r\n${chunked}\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
    `0${end}`,
    answer('{}'),
  ),
};

describe('passes unchanged, both ways', () => {
  test.each(Object.keys(whole))('%s', async (name) => {
    const play = whole[name] as Play;
    // A head that has no end is passed on when the client ends.
    const isCut = name.includes('cut off');
    const client = async (wire: Parameters<Play['client']>[0]) => {
      if (!isCut) return play.client(wire);
      await wire.say('GET / HTTP/1.1\r\nHost: hs\r\nX-Un');
      wire.end();
      await wire.hearEnd();
    };
    const { direct, passed } = await playTwice({ ...play, client });
    expect(passed).toEqual(direct);
    expect(direct.client.ended).toBe('orderly');
    expect(direct.client.bytes).toBeGreaterThan(0);
  });

  test('50 MB in chunks up, and 50 MB down with a length', async () => {
    const block = randomBytes(1024 * 1024);
    const { direct, passed, proxy } = await playTwice({
      async client(wire) {
        await wire.say(`PUT /up HTTP/1.1\r\nHost: hs\r\n${chunked}\r\n\r\n`);
        for (let n = 0; n < 50; n += 1) {
          await wire.say(`${block.length.toString(16)}\r\n`);
          await wire.say(block);
          await wire.say('\r\n');
        }
        await wire.say('0\r\n\r\n');
        await wire.hearEnd();
        wire.end();
      },
      async origin(wire) {
        await wire.hear('\r\n0\r\n\r\n');
        await wire.say(`HTTP/1.1 200 OK\r\nContent-Length: ${50 * block.length}\r\n\r\n`);
        for (let n = 0; n < 50; n += 1) await wire.say(block);
        wire.end();
        await wire.hearEnd();
      },
    });
    expect(passed).toEqual(direct);
    expect(direct.client.bytes).toBeGreaterThan(50 * block.length);
    expect(proxy.exchanges).toMatchObject([
      {
        request: { missing: 'is larger than 1048576 bytes' },
        response: { missing: 'is larger than 1048576 bytes' },
      },
    ]);
  });
});
