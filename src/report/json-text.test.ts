import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test('what does not show is written as an escape, and read again as it was', () => {
  const value = { '\u202e': '\u001b\0\u009b\u2028\ufffe\ud800\u{e0001}\n🫖 é' };
  const written = jsonText(value);
  expect(written).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
  expect(written).toContain('🫖 é');
  expect(JSON.parse(written)).toEqual(value);
});

test('it is indented by two spaces, and ends its last line', () => {
  expect(jsonText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});
