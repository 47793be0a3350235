import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test('every character that steers a terminal or does not show becomes an escape', () => {
  const hostile = '\u001b[31m\0\r\n\t\u000b\u009b\u202e\u2028\u200b\ufeff\ufffe\u00a0\u{e0001}';
  expect(visible(hostile)).toBe(
    '\\u001b[31m\\u0000\\r\\n\\t\\u000b\\u009b\\u202e\\u2028\\u200b\\ufeff\\ufffe\\u00a0\\u{e0001}',
  );
});

test('a lone surrogate becomes an escape, and a pair stays a character', () => {
  expect(visible('\ud800 \udfff 🫖')).toBe('\\ud800 \\udfff 🫖');
});

test('ordinary text stays as it is, in any script, with its backslashes', () => {
  expect(visible('tea → Tee → お茶 {"a":"\\n"}')).toBe('tea → Tee → お茶 {"a":"\\n"}');
});

test.each([
  ['::error::gone', '\\u003a:error::gone'],
  ['so ::stop-commands::x', 'so \\u003a:stop-commands::x'],
  ['##vso[task.complete]', '\\u0023#vso[task.complete]'],
  ['##[error]x', '\\u0023#[error]x'],
  ['##teamcity[x]', '\\u0023#teamcity[x]'],
])('a command to a log reader is broken: %s', (command, shown) => {
  expect(visible(command)).toBe(shown);
});

test('an IPv6 address keeps its colons', () => {
  expect(visible('http://[::1]:8008 and [fe80::1]')).toBe('http://[::1]:8008 and [fe80::1]');
});

test('a long text is cut within the limit, and its length is named', () => {
  expect(visible('x'.repeat(10_485_760), 40)).toBe('xxxxxxxxxxxxxx … (10,485,760 characters)');
});

test('a cut splits neither an escape nor a surrogate pair', () => {
  for (let limit = 40; limit < 60; limit++) {
    for (const text of ['\u001b'.repeat(50), '🫖'.repeat(50), '\u{e0001}'.repeat(50)]) {
      const shown = visible(text, limit);
      expect(shown.length).toBeLessThanOrEqual(limit);
      expect(shown).toMatch(/^(\\u001b|🫖|\\u\{e0001\})+ … \(\d+ characters\)$/u);
    }
  }
});

test('a text that only its escapes make too long is cut, too', () => {
  expect(visible('\0'.repeat(39), 40).length).toBeLessThanOrEqual(40);
});
