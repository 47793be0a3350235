import { expect, test } from 'vitest';
import { jsonText, singleLineJson } from './json-text.ts';

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

test('no log reader of a CI system finds a command in it, and a program finds the text', () => {
  const value = { '##[add-path]/tmp': '##vso[task.complete] ###[error] ## [x] ##TeamCity[a]' };
  for (const text of [jsonText(value), singleLineJson(value)]) {
    expect(text).not.toMatch(/##(?:\[|vso\[|teamcity\[)/i);
    expect(JSON.parse(text)).toEqual(value);
  }
});
