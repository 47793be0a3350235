import { expect, test } from 'vitest';
import { elementsOf, readXml } from '../xml-document.fixture.ts';
import { bare, finding } from './example-result.fixture.ts';
import { exampleTestcase } from './example-testcase.ts';

const names = { classname: 'c', name: 'n' };

function bodyOf(one: ReturnType<typeof finding>): string {
  const { xml } = exampleTestcase(one, names, 'An example that its schema refuses');
  const [failure] = elementsOf(
    readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`),
    'failure',
  );
  return failure?.text ?? '';
}

test('the line at fault is in the body, cut around its column', () => {
  const long = `{${'"a":1,'.repeat(500)}"retry_after_ms":"2000"}`;
  const one = finding({ column: long.indexOf('"2000"') + 1, frame: { line: 43, lines: [long] } });
  expect(bodyOf(one)).toMatch(/^source: {6}….{100,}"retry_after_ms":"2000"\}$/m);
});

test('without a frame, a schema and a pointer nothing is made up', () => {
  expect(bodyOf(bare(finding({ pointer: '' })))).toBe(
    [
      'rule:        example-matches-schema: An example that its schema refuses',
      'finding:     The example has "2000" at /retry_after_ms, and the schema takes an integer',
      'pointer:     (the whole document)',
      'fingerprint: 00112233445566aa',
      'at:          (api/client-server/room_state.yaml:43:29)',
    ].join('\n'),
  );
  const frame = { line: 99, lines: ['elsewhere'] };
  expect(bodyOf(finding({ frame }))).not.toMatch(/^source/m);
});

test('file and line are attributes, the file as it is named', () => {
  const { xml } = exampleTestcase(finding({ file: 'a b/é.yaml' }), names, undefined);
  expect(xml).toContain(
    '<testcase classname="c" name="n" file="a b/é.yaml" line="43" time="0.000">',
  );
  expect(xml).toContain('>rule:        example-matches-schema\n');
});
