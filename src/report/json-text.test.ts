import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test('what does not show is written as an escape, and read again as it was', () => {
  const value = { '\u202e': '\u001b\0\u009b\u2028\ufffe\ud800\u{e0001}\n🫖 é' };
  const written = jsonText(value);
  expect(written).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
  expect(written).toContain('🫖 é');
  expect(JSON.parse(written)).toEqual(value);
});

test('it is indented by two spaces, ends its last line, and goes through the replacer', () => {
  expect(jsonText({ a: [1] }, (_key, value) => (value === 1 ? 2 : value))).toBe(
    '{\n  "a": [\n    2\n  ]\n}\n',
  );
});
