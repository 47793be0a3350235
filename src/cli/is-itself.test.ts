import { expect, test } from 'vitest';
import { isItself } from './is-itself.ts';

test.each([
  ['http://127.0.0.1:8009', '127.0.0.1', 8009, true],
  ['http://localhost:8009/hs', '127.0.0.1', 8009, true],
  ['http://[::1]:8009', 'localhost', 8009, true],
  ['http://[::1]:8009', '::1', 8009, true],
  ['http://127.0.0.1', '0.0.0.0', 80, true],
  ['http://localhost:8009', '::', 8009, true],
  ['https://hs.test', 'hs.test', 443, true],
  ['http://127.0.0.1:8008', '127.0.0.1', 8009, false],
  ['http://127.0.0.1:8009', '::1', 8009, false],
  ['http://127.0.0.1:8009', '192.168.1.5', 8009, false],
  ['http://hs.test:8009', '0.0.0.0', 8009, false],
  ['http://127.0.0.1', '127.0.0.1', 0, false],
])('what passes on to %s and listens on %s, port %i: %s', (target, host, port, is) => {
  expect(isItself(new URL(target), host, port)).toBe(is);
});
