import { describe, expect, test } from 'vitest';
import { type Variation, vary } from './variation.ts';

const request = {
  method: 'PUT',
  path: '/state/m.room.topic/?format=event',
  headers: { authorization: 'Bearer t0ken', 'content-type': 'application/json', accept: '*/*' },
  body: new TextEncoder().encode('{}'),
  user: 'alice',
};

const bodyOf = (variation: Variation) => {
  const { body } = vary(request, variation);
  return body === undefined ? undefined : Buffer.from(body).toString('latin1');
};

test('an empty variation changes nothing', () => {
  expect(vary(request, {})).toEqual(request);
});

describe('the path', () => {
  test.each<[string, Variation, string]>([
    ['the slash is left out', { trailingSlash: 'omitted' }, '/state/m.room.topic?format=event'],
    ['something is appended', { pathSuffix: '11' }, '/state/m.room.topic/11?format=event'],
    [
      'a part of it stands there otherwise',
      { replacing: { 'm.room.topic': '%zz%ff' } },
      '/state/%zz%ff/?format=event',
    ],
    [
      'there is more in the query',
      { query: { ts: '1', via: 'a b' } },
      '/state/m.room.topic/?format=event&ts=1&via=a%20b',
    ],
    ['it is another one', { path: '/a%2F/../%2e%2e?b' }, '/a%2F/../%2e%2e?b'],
  ])('%s', (_, variation, path) => {
    expect(vary(request, variation).path).toBe(path);
  });

  test('where there was no query, there is one', () => {
    expect(vary({ ...request, path: '/a' }, { query: { b: '1' } }).path).toBe('/a?b=1');
  });

  test('without a slash at its end there is none to leave out', () => {
    const varied = vary({ ...request, path: '/state/key' }, { trailingSlash: 'omitted' });
    expect(varied.path).toBe('/state/key');
  });

  test('a question mark in the query stays there', () => {
    const varied = vary({ ...request, path: '/a/?b=c?d' }, { trailingSlash: 'omitted' });
    expect(varied.path).toBe('/a?b=c?d');
  });
});

describe('the body', () => {
  test.each<[string, Variation, string | undefined]>([
    ['text goes out as it stands', { rawBody: '{"cut off' }, '{"cut off'],
    ['nothing is a body, too', { rawBody: '' }, ''],
    ['bytes need be no text', { rawBody: Uint8Array.of(0xff, 0) }, '\u00ff\u0000'],
    ['there is none', { rawBody: null }, undefined],
  ])('%s', (_, variation, body) => {
    expect(bodyOf(variation)).toBe(body);
  });

  test('no body is no member of the request', () => {
    expect(vary(request, { rawBody: null })).not.toHaveProperty('body');
  });
});

describe('the headers', () => {
  test('null takes one away, and the others stay', () => {
    const { headers } = vary(request, { authorization: null, contentType: null });
    expect(headers).toEqual({ accept: '*/*' });
  });

  test('each can be another one, and there can be more', () => {
    const variation = {
      authorization: 'Basic xyz',
      contentType: 'text/plain',
      headers: { origin: 'https://a.example', accept: 'text/html' },
    };
    expect(vary(request, variation).headers).toEqual({
      authorization: 'Basic xyz',
      'content-type': 'text/plain',
      accept: 'text/html',
      origin: 'https://a.example',
    });
  });

  test('the request that is varied stays as it was', () => {
    vary(request, { authorization: null, rawBody: null, method: 'GET' });
    expect(request.headers.authorization).toBe('Bearer t0ken');
    expect(request.method).toBe('PUT');
  });
});
