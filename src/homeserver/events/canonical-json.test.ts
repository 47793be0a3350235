import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { checkCanonical } from './check-canonical.ts';

test('members are in the order of their code points, without white space', () => {
  const value = { b: [1, { d: null, c: true }], a: 'é', '\uffff': 1, '\u{10000}': 2 };
  expect(canonicalJson(value)).toBe(
    '{"a":"é","b":[1,{"c":true,"d":null}],"\uffff":1,"\u{10000}":2}',
  );
});

test.each([
  '{"a":1.0}',
  '{"a":[{"b":1.5}]}',
  '{"a":1e2}',
  '{"a":-0}',
  '{"a":9007199254740992}',
  '{"a":-9007199254740992}',
  '{"a":"\\ud800"}',
  '{"\\udc00":1}',
])('%s is not canonical', (text) => {
  expect(() => checkCanonical(text, JSON.parse(text))).toThrow();
});

test.each([
  '{"a":9007199254740991,"b":-9007199254740991,"c":0}',
  '{"a":"1.5 and \\" -0","1.5":null}',
  '{"a":"\\ud83e\\udd8a"}',
])('%s is canonical', (text) => {
  expect(() => checkCanonical(text, JSON.parse(text))).not.toThrow();
});

test('what is nested too deeply is refused, not overflowed', () => {
  const text = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(() => checkCanonical(text, JSON.parse(text))).toThrow('nested too deeply');
});
