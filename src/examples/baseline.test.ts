import { expect, test } from 'vitest';
import type { ExampleFinding } from '../model/example-finding.ts';
import { readBaseline, withoutKnown, writeBaseline } from './baseline.ts';

function finding(fingerprint: string, line = 1): ExampleFinding {
  const place = { file: 'a.yaml', line, column: 1, pointer: '/a' };
  return { rule: 'example-matches-schema', message: 'is wrong', fingerprint, ...place };
}

test('what is known is left out wherever its line went, and what is gone is named', () => {
  const baseline = readBaseline(writeBaseline([finding('aa'), finding('bb')]));
  expect(withoutKnown([finding('aa', 99), finding('cc')], baseline)).toEqual({
    findings: [finding('cc')],
    known: 1,
    gone: ['bb'],
  });
});

test('the same findings make the same text, in whatever order and at whatever lines', () => {
  const text = writeBaseline([finding('aa', 3), finding('bb', 4)]);
  expect(writeBaseline([finding('bb', 14), finding('aa', 13)])).toBe(text);
});

test.each([
  ['{', 'it is no JSON'],
  ['[]', 'it has no list of findings with fingerprints'],
  ['{ "findings": [{}] }', 'it has no list of findings with fingerprints'],
])('%s is no baseline', (text, why) => {
  expect(() => readBaseline(text)).toThrow(why);
});
