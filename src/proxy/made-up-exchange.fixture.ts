import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A request and its answer, as bytes, and what should be told of them. */
export interface MadeUpExchange {
  readonly request: Buffer;
  readonly answer: Buffer;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly requestBody: Buffer;
  readonly answerBody: Buffer;
}

/** @param largest of a body, in bytes; most are far smaller */
export function makeUpExchange(dice: () => number, largest: number): MadeUpExchange {
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(dice() * list.length)] as Item;
  const method = pick(['GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'M-SEARCH']);
  const letters = [
    'a',
    '/',
    '//',
    '%2F',
    '%2e%2e',
    '..',
    '!',
    '$',
    ':',
    '@',
    ';',
    '~',
    '%',
    '\xe9',
    '{',
    '|',
  ];
  const url = `/${Array.from({ length: dice() * 12 }, () => pick(letters)).join('')}${pick(['', '?', '?a=b&&c', '?%00'])}`;
  const status = pick([200, 200, 200, 201, 204, 304, 400, 404, 429, 500, 599]);
  const headers = () =>
    Array.from({ length: dice() * 8 }, () => {
      const name = pick(['X-A', 'x-a', 'Cookie', 'ETAG', 'x-empty', "x!#$%&'*+.^_`|~-9"]);
      return `${name}:${pick(['', ' ', '  '])}${pick(['', '1', 'a, b', '\xff\xe9', '"q"', 'a:b'])}`;
    });
  const bare = method === 'HEAD' || status === 204 || status === 304;
  const asked = bodyOf(dice, pick([0, 0, 1]) * largest, ['a length', 'chunks']);
  const answered = bodyOf(dice, bare ? 0 : largest, bare ? ['a length'] : ['a length', 'chunks']);
  const lengthless = status === 204 || (bare && dice() < 0.5);
  return {
    request: message(
      `${method} ${url} HTTP/1.1`,
      ['Host: hs', ...headers(), ...asked.headers],
      asked.sent,
    ),
    answer: message(
      `HTTP/1.1 ${status} ${pick(['', 'OK', 'S\xe9'])}`,
      [...headers(), ...(lengthless ? [] : answered.headers)],
      answered.sent,
    ),
    method,
    url,
    status,
    requestBody: asked.body,
    answerBody: answered.body,
  };
}

function message(first: string, headers: readonly string[], body: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${[first, ...headers].join('\r\n')}\r\n\r\n`, 'latin1'),
    body,
  ]);
}

function bodyOf(dice: () => number, largest: number, framings: readonly string[]) {
  const size = Math.floor(largest === 0 || dice() < 0.1 ? 0 : largest ** dice());
  const raw = Buffer.alloc(size, `${dice()}\r\n\r\n0\r\n`);
  const encoding = ['none', 'none', 'gzip', 'br'][Math.floor(dice() * 4)];
  const body =
    encoding === 'gzip' ? gzipSync(raw) : encoding === 'br' ? brotliCompressSync(raw) : raw;
  const kept = largest === 0 ? Buffer.alloc(0) : body;
  const isChunked = framings[Math.floor(dice() * framings.length)] === 'chunks';
  const sent = isChunked ? inChunks(dice, kept) : kept;
  const framing = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${kept.length}`;
  const encoded = encoding === 'none' ? [] : [`Content-Encoding: ${encoding}`];
  return { body: kept, sent, headers: [...encoded, framing] };
}

function inChunks(dice: () => number, body: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const size = Math.min(body.length - at, 1 + Math.floor(40_000 * dice() ** 3));
    const extension = dice() < 0.2 ? ';a="b"' : '';
    pieces.push(Buffer.from(`${size.toString(16)}${extension}\r\n`), body.subarray(at, at + size));
    pieces.push(Buffer.from('\r\n'));
    at += size;
  }
  const trailer = dice() < 0.2 ? 'X-Sum: 1\r\n' : '';
  return Buffer.concat([...pieces, Buffer.from(`0\r\n${trailer}\r\n`)]);
}
