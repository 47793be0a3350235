import { expect, test } from 'vitest';
import { textColumns } from './text-columns.ts';

test.each([
  ['', 0],
  ['tea', 3],
  ['thé', 3],
  ['the\u0301', 3],
  ['お茶', 4],
  ['🫖', 2],
  ['ｔ', 2],
  ['→…', 2],
])('%j takes %i columns', (text, columns) => {
  expect(textColumns(text)).toBe(columns);
});
