import { expect, test } from 'vitest';
import { Target } from './target.ts';

test.each([
  ['http://hs.test:8008', 'http://hs.test:8008'],
  ['http://hs.test/', 'http://hs.test'],
  ['https://hs.test/below/it//', 'https://hs.test/below/it'],
  ['http://hs.test/a?access_token=b#c', 'http://hs.test/a'],
])('%s is a target', async (given, url) => {
  const target = new Target(given);
  expect(target.url).toBe(url);
  await target.close();
});

test.each(['hs.test', 'ftp://hs.test', 'file:///etc', '', 'http://user:pass@hs.test'])(
  '%j is none',
  (url) => {
    expect(() => new Target(url)).toThrow(TypeError);
  },
);
