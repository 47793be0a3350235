import { expect, test } from 'vitest';
import { lineWindow } from './line-window.ts';
import { textColumns } from './text-columns.ts';

/** The text with its place marked, so that one sees where the caret stands. */
function marked(line: string, column: number, room = 40): string {
  const { text, caret } = lineWindow(line, column, room);
  return `${text}\n${' '.repeat(caret)}^`;
}

test('a short line is shown whole', () => {
  expect(marked('name: Rex', 7)).toBe('name: Rex\n      ^');
  expect(marked('', 1)).toBe('\n^');
});

test('a tab is as wide as to the next stop, and the caret stands below its place', () => {
  expect(marked('\t"a":\t1,', 7)).toBe('    "a":    1,\n            ^');
  expect(marked('ab\tc', 4)).toBe('ab  c\n    ^');
  expect(marked('ab\tc', 2)).toBe('ab  c\n ^');
});

test('an escape, a wide character and a combining one move the caret by what they take', () => {
  expect(marked('\u001b[0m: x', 7)).toBe('\\u001b[0m: x\n           ^');
  expect(marked('お茶🫖: x', 7)).toBe('お茶🫖: x\n        ^');
  expect(marked('the\u0301: x', 7)).toBe('the\u0301: x\n     ^');
  expect(marked('\ud800: x', 4)).toBe('\\ud800: x\n        ^');
});

test('a long line is cut on the side where it is too long', () => {
  const line = `${'abcdefghij'.repeat(10)}X${'0123456789'.repeat(10)}`;
  expect(marked(line, 1, 20)).toBe('abcdefghijabcdefghi…\n^');
  expect(marked(line, 101, 20)).toBe('…bcdefghijX01234567…\n          ^');
  expect(marked(line, 201, 20)).toBe(`…1234567890123456789\n${' '.repeat(19)}^`);
  expect(marked(line, 202, 20)).toBe(`…1234567890123456789\n${' '.repeat(20)}^`);
});

test('a place beyond the line is its end, and one before it its beginning', () => {
  expect(marked('abc', 99)).toBe('abc\n   ^');
  expect(marked('abc', 0)).toBe('abc\n^');
});

test('the carriage return of a line end is not shown', () => {
  expect(lineWindow('abc\r', 1, 40).text).toBe('abc');
  expect(lineWindow('a\rbc', 1, 40).text).toBe('a\\rbc');
});

test('a command to a log reader is broken, though each of its characters is harmless', () => {
  expect(marked('##vso[x] y', 10)).toBe('\\u0023#vso[x] y\n              ^');
});

test('it never takes more room than there is, its place is in it, and no escape is split', () => {
  const texts = ['x', '\u001b', '🫖', '\t', 'お\u0301', '\u{e0001}', '\ud800'];
  for (const one of texts) {
    for (const length of [0, 1, 7, 30, 300]) {
      const line = one.repeat(length);
      for (const column of [1, 2, 15, line.length / 2, line.length - 1, line.length + 1]) {
        for (const room of [20, 21, 40]) {
          const { text, caret } = lineWindow(line, Math.ceil(column), room);
          expect(textColumns(text)).toBeLessThanOrEqual(room);
          expect(caret).toBeLessThanOrEqual(room);
          expect(text).toMatch(
            /^…?(?:x| |🫖|お\u0301?|\u0301|\\u001b|\\u\{e0001\}|\\u(?:d83e|ded6|db40|dc01)|\\ud800)*…?$/u,
          );
        }
      }
    }
  }
});

test('of a line of two million characters no more is looked at than is shown', () => {
  const line = '\u001b'.repeat(2_000_000);
  expect(lineWindow(line, 1_000_000, 40).text).toBe('…\\u001b\\u001b\\u001b\\u001b\\u001b\\u001b…');
});
