import { expect, test } from 'vitest';
import { paint } from '../paint.ts';
import { codeFrame } from './code-frame.ts';
import { aFrame } from './example-result.fixture.ts';

const look = { line: 43, column: 29, paint: paint(false), width: 80 };

test('the line at fault is marked, and the caret stands below its column', () => {
  expect(codeFrame(aFrame, look)).toMatchInlineSnapshot(`
    "    41 |         example: {
        42 |           "errcode": "M_LIMIT_EXCEEDED",
      > 43 |           "retry_after_ms": "2000"
           |                             ^
        44 |         }"
  `);
});

test('numbers of different lengths stand below each other, and an empty line ends at its bar', () => {
  const frame = { line: 9, lines: ['nine:', '', 'eleven: 11'] };
  expect(codeFrame(frame, { ...look, line: 11, column: 9 })).toMatchInlineSnapshot(`
    "     9 | nine:
        10 |
      > 11 | eleven: 11
           |         ^"
  `);
});

test('of a long frame three lines before and after are shown', () => {
  const lines = Array.from({ length: 1000 }, (_, index) => `line ${index + 1}`);
  const shown = codeFrame({ line: 1, lines }, { ...look, line: 500, column: 1 });
  expect(shown.split('\n')).toHaveLength(8);
  expect(shown).toMatch(/^ {4}497 \| line 497\n/);
  expect(shown).toMatch(/\n {4}503 \| line 503$/);
});

test('a frame of other lines points to none, and one without lines is empty', () => {
  expect(codeFrame({ line: 44, lines: ['}'] }, look)).toBe('    44 | }');
  expect(codeFrame({ line: 43, lines: [] }, look)).toBe('');
});

test('no line is wider than the terminal, not even the one with the caret', () => {
  const frame = { line: 43, lines: ['x'.repeat(500)] };
  for (const column of [1, 250, 501]) {
    const lines = codeFrame(frame, { ...look, column, width: 60 }).split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  }
});

test('the lines around a long one are shown from their beginning', () => {
  const frame = { line: 42, lines: ['x'.repeat(500), 'y'.repeat(500)] };
  const [before, line] = codeFrame(frame, { ...look, column: 250 }).split('\n');
  expect(before).toMatch(/^ {4}42 \| x+…$/);
  expect(line).toMatch(/^ {2}> 43 \| …y+…$/);
});

test('colours are around the marks and the numbers only', () => {
  const frame = { line: 43, lines: ['a: b'] };
  expect(codeFrame(frame, { ...look, column: 4, paint: paint(true) })).toBe(
    '  \u001b[31m>\u001b[0m \u001b[2m43 |\u001b[0m a: b\n' +
      '    \u001b[2m   |\u001b[0m    \u001b[31m^\u001b[0m',
  );
});
