import { expect, test } from 'vitest';
import { percentEncode } from './percent-encode.ts';

test('the unreserved characters of RFC 3986 stay as they are', () => {
  const unreserved = 'ABCXYZabcxyz0189-._~';
  expect(percentEncode(unreserved)).toBe(unreserved);
});

test('every other ASCII character is encoded, the sub-delimiters too', () => {
  for (let code = 0; code < 0x80; code += 1) {
    const character = String.fromCharCode(code);
    if (/[A-Za-z0-9\-._~]/.test(character)) continue;
    const hex = code.toString(16).toUpperCase().padStart(2, '0');
    expect(percentEncode(`a${character}`)).toBe(`a%${hex}`);
  }
});

test('what is not ASCII becomes the bytes of its UTF-8', () => {
  expect(percentEncode('é🦊')).toBe('%C3%A9%F0%9F%A6%8A');
});

test('what has been encoded before is encoded again', () => {
  expect(percentEncode('a%2Fb')).toBe('a%252Fb');
});

test.each([
  ['.', '%2E'],
  ['..', '%2E%2E'],
  ['...', '...'],
  ['a..b', 'a..b'],
])('of %s nothing is left that walks up a path', (text, encoded) => {
  expect(percentEncode(text)).toBe(encoded);
});

test.each(['\ud800', '\udc00', 'a\ud83e'])('a lone surrogate becomes U+FFFD', (text) => {
  expect(percentEncode(text)).toMatch(/^a?%EF%BF%BD$/);
});
