import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Spoken } from '../spoken.ts';
import { harExchanges, isHar } from './har-exchanges.ts';

const url = 'https://hs.test/_matrix/client/v3/sync?timeout=0';

interface Parts {
  readonly entry?: object;
  readonly request?: object;
  readonly response?: object;
  readonly content?: object;
}

/** An entry with what all writers have, and what one of them adds. */
function entry({ entry = {}, request = {}, response = {}, content = {} }: Parts): object {
  return {
    startedDateTime: '2026-11-27T09:00:00.000Z',
    time: 12.5,
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/1.1',
      headers: [],
      queryString: [],
      headersSize: -1,
      bodySize: 0,
      ...request,
    },
    response: {
      ...{ status: 200, statusText: 'OK', httpVersion: 'HTTP/1.1', cookies: [], redirectURL: '' },
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      content: { size: 2, mimeType: 'application/json', text: '{}', ...content },
      ...{ headersSize: -1, bodySize: 2 },
      ...response,
    },
    cache: {},
    timings: { send: 0, wait: 12, receive: 0 },
    ...entry,
  };
}

function only(parts: Parts): Spoken {
  const [one] = [...harExchanges({ log: { version: '1.2', entries: [entry(parts)] } })];
  if (one === undefined || !('spoken' in one))
    throw new Error(`It was not read: ${one?.notJudged}`);
  return one.spoken;
}

const textOf = (message: Spoken['response']) =>
  message.body && Buffer.from(message.body).toString();

describe('each program writes HAR in its way', () => {
  test('Chromium: HTTP/2 with pseudo headers, and a body that is decoded already', () => {
    const spoken = only({
      entry: { _initiator: { type: 'script' }, _resourceType: 'fetch', connection: '1234' },
      request: {
        httpVersion: 'h2',
        headers: [
          { name: ':authority', value: 'hs.test' },
          { name: 'Accept', value: '*/*' },
        ],
      },
      response: {
        headers: [
          { name: 'content-type', value: 'application/json' },
          { name: 'content-encoding', value: 'br' },
          { name: 'vary', value: 'a' },
          { name: 'Vary', value: 'b' },
        ],
        ...{ _transferSize: 120, _error: null },
      },
      content: { text: '{"next_batch":"s"}', size: 18 },
    });
    expect(spoken.request.headers).toEqual({ accept: '*/*' });
    expect(spoken.response.headers).toEqual({ 'content-type': 'application/json', vary: 'a, b' });
    expect(textOf(spoken.response)).toBe('{"next_batch":"s"}');
    expect(spoken).toMatchObject({
      url: '/_matrix/client/v3/sync?timeout=0',
      origin: 'https://hs.test',
    });
  });

  test('Firefox: a base64 body, and one that is empty without a text', () => {
    const base64 = Buffer.from('{"a":"ö"}').toString('base64');
    expect(textOf(only({ content: { text: base64, encoding: 'base64' } }).response)).toBe(
      '{"a":"ö"}',
    );
    const empty = only({ response: { bodySize: 0, content: { size: 0, mimeType: 'x-unknown' } } });
    expect(textOf(empty.response)).toBe('');
  });

  test('Playwright: bodies that are left out, or in a file beside it', () => {
    for (const content of [
      { size: 200, mimeType: 'application/json' },
      { size: -1, mimeType: 'x-unknown' },
      { size: 200, mimeType: 'application/json', _file: 'f00.json' },
    ]) {
      const { response } = only({ response: { content } });
      expect(response).toMatchObject({ missing: 'was not recorded' });
      expect(response.body).toBeUndefined();
    }
    const request = {
      method: 'PUT',
      bodySize: 9,
      postData: { mimeType: 'application/json', _file: 'a.json' },
    };
    expect(only({ request }).request).toMatchObject({ missing: 'was not recorded' });
  });

  test('Playwright: a text that is empty stands for a body that was left out, where there was one', () => {
    const postData = { mimeType: 'application/json', text: '', params: [] };
    const put = { method: 'PUT', postData };
    expect(only({ request: { ...put, bodySize: 9 } }).request.missing).toBe('was not recorded');
    expect(only({ request: { ...put, bodySize: 0 } }).request.body).toHaveLength(0);
    expect(only({ content: { text: '', size: 9 } }).response.missing).toBe('was not recorded');
    expect(only({ content: { text: '', size: 0 } }).response.body).toHaveLength(0);
  });

  test('Playwright: what was aborted has the status -1, Chromium 0', () => {
    for (const status of [-1, 0]) expect(only({ response: { status } }).status).toBe(0);
  });

  test('mitmproxy: a posted body, and one in base64', () => {
    const request = {
      method: 'PUT',
      bodySize: 15,
      postData: { mimeType: 'application/json', text: '{"topic":"tea"}', params: [] },
    };
    expect(textOf(only({ request }).request)).toBe('{"topic":"tea"}');
    const image = only({
      content: { mimeType: 'image/png', text: 'iVBORw0KGgo=', encoding: 'base64' },
    });
    expect(image.response.body?.[0]).toBe(0x89);
  });

  test('Charles: the bytes as they came, still packed, and forms as their parameters', () => {
    const text = gzipSync('{}').toString('base64');
    const headers = [{ name: 'Content-Encoding', value: 'gzip' }];
    const packed = only({ response: { headers }, content: { text, encoding: 'base64' } });
    expect(packed.response.headers['content-encoding']).toBe('gzip');
    const postData = {
      mimeType: 'application/x-www-form-urlencoded',
      params: [{ name: 'a', value: 'b' }],
    };
    expect(only({ request: { method: 'POST', postData } }).request.missing).toBe(
      'was not recorded',
    );
  });

  test('a request that says how long its body was, and has none, was not recorded whole', () => {
    const headers = [{ name: 'content-length', value: '20' }];
    expect(only({ request: { method: 'PUT', headers } }).request.missing).toBe('was not recorded');
    expect(only({ request: { method: 'POST' } }).request.body).toHaveLength(0);
  });
});

test.each([
  [{ request: { url: 'data:text/html,a' } }, 'it is not of HTTP'],
  [{ request: { url: 'wss://hs.test/' } }, 'it is not of HTTP'],
  [{ request: { url: 7 } }, 'the entry has no request, or no response'],
  [{ entry: { response: null } }, 'the entry has no request, or no response'],
  [{ response: { _fetchedViaServiceWorker: true } }, 'a service worker answered'],
])('the entry %j is not judged: %s', (parts, notJudged) => {
  expect([...harExchanges({ log: { entries: [entry(parts)] } })]).toEqual([{ notJudged }]);
});

test('only what has a list of entries is HAR, and entries may be anything', () => {
  expect(isHar({ log: { entries: [] } })).toBe(true);
  for (const value of [null, 7, [], {}, { log: {} }, { log: { entries: {} } }]) {
    expect(isHar(value)).toBe(false);
  }
  const odd = [null, 7, 'a', [], { request: {}, response: [] }];
  expect([...harExchanges({ log: { entries: odd } })]).toHaveLength(odd.length);
});

test.each<readonly [string, Parts, string | undefined]>([
  ['shorter than it was', { content: { size: 57, text: '{"user_id":"@a:h' } }, undefined],
  ['counted in another way, and whole', { content: { size: 57, text: '{"a":1}' } }, '{"a":1}'],
  ['whole, and no JSON', { content: { size: 5, text: 'Hello' } }, 'Hello'],
])(
  'a body that is %s is told apart from one that was cut off by who recorded it',
  (_, parts, text) => {
    const { response } = only(parts);
    expect(textOf(response)).toBe(text);
    expect(response.missing).toBe(
      text === undefined ? 'was cut off where it was recorded' : undefined,
    );
  },
);

test('what a browser answered itself, as it knows that the host speaks TLS, is none of the homeserver', () => {
  const headers = [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }];
  const [one] = harExchanges({ log: { entries: [entry({ response: { status: 307, headers } })] } });
  expect(one).toEqual({ notJudged: 'the browser answered itself' });
});
