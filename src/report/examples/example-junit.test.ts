import { describe, expect, test } from 'vitest';
import { elementsOf, readXml } from '../xml-document.fixture.ts';
import { exampleJunit } from './example-junit.ts';
import {
  everythingFound,
  examplesResult,
  finding,
  hostile,
  hostileFinding,
} from './example-result.fixture.ts';

function read(...[result]: Parameters<typeof exampleJunit>) {
  const root = readXml(exampleJunit(result));
  const cases = elementsOf(root, 'testcase');
  const names = cases.map(({ attributes }) => `${attributes.classname} ${attributes.name}`);
  return { root, cases, names };
}

test('a result with something of everything is told to the letter', () => {
  expect(exampleJunit(everythingFound())).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="matrix-conformance" tests="4" failures="2" errors="1" skipped="0" time="1.234" timestamp="2026-11-27T10:00:00Z" hostname="localhost">
      <testsuite name="examples" tests="4" failures="2" errors="1" skipped="0" time="1.234" timestamp="2026-11-27T10:00:00Z" hostname="localhost">
        <properties>
          <property name="checker" value="matrix-conformance 0.2.0"/>
          <property name="files" value="12"/>
          <property name="examples" value="1234"/>
          <property name="schemas" value="345"/>
          <property name="operations" value="67"/>
          <property name="conclusion" value="2 new findings in 2 files. 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s. 1 thing could not be checked."/>
          <property name="known to the baseline" value="3"/>
          <property name="gone from the baseline" value="0123456789abcdef"/>
        </properties>
        <testcase classname="matrix-conformance.examples.example-matches-schema" name="api/client-server/room_state.yaml#/paths/~1rooms/put/responses/429/example/retry_after_ms" file="api/client-server/room_state.yaml" line="43" time="0.000"><failure message="The example has &quot;2000&quot; at /retry_after_ms, and the schema takes an integer" type="example-matches-schema">rule:        example-matches-schema: An example that its schema refuses
    finding:     The example has &quot;2000&quot; at /retry_after_ms, and the schema takes an integer
    source:      &quot;retry_after_ms&quot;: &quot;2000&quot;
    pointer:     /paths/~1rooms/put/responses/429/example/retry_after_ms
    schema:      api/definitions/errors/rate_limited.yaml:30:5 /properties/retry_after_ms
    fingerprint: 00112233445566aa
    at:          (api/client-server/room_state.yaml:43:29)</failure></testcase>
        <testcase classname="matrix-conformance.examples.path-parameters" name="https://spec.test/api.json#" file="https://spec.test/api.json" line="1" time="0.000"><failure message="The path /rooms/{roomId} has a parameter that is described nowhere" type="path-parameters">rule:        path-parameters: A path and its parameters that do not name the same
    finding:     The path /rooms/{roomId} has a parameter that is described nowhere
    pointer:     (the whole document)
    fingerprint: 778899aabbccddee
    at:          (https://spec.test/api.json:1:90210)</failure></testcase>
        <testcase classname="matrix-conformance.examples.schema-compiles" name="no findings" time="0.000"/>
        <testcase classname="matrix-conformance.examples.unchecked" name="examples/sync.json is not read: it is on the network" time="0.000"><error message="examples/sync.json is not read: it is on the network" type="unchecked">not checked: examples/sync.json is not read: it is on the network</error></testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

test('a rule passes only where it found nothing', () => {
  const { cases } = read(examplesResult([finding()]));
  const passes = cases.filter(({ children }) => children.length === 0);
  expect(passes.map(({ attributes }) => attributes)).toEqual([
    {
      classname: 'matrix-conformance.examples.schema-compiles',
      name: 'no findings',
      time: '0.000',
    },
    {
      classname: 'matrix-conformance.examples.path-parameters',
      name: 'no findings',
      time: '0.000',
    },
  ]);
});

test('where nothing was checked no rule passes, and a CI shows red', () => {
  const checked = { files: 0, examples: 0, schemas: 0, operations: 0 };
  const { root, cases } = read(examplesResult([], { checked }));
  expect(root.attributes).toMatchObject({ tests: '1', errors: '1' });
  const [error] = elementsOf(root, 'error');
  expect(cases).toHaveLength(1);
  expect(error?.attributes.message).toBe('Nothing was checked: no document was read');
});

test('names do not change where lines move, and no two are the same', () => {
  const same = finding({ fingerprint: 'ffeeddccbbaa9988', message: 'Another' });
  const moved = (one: typeof same) => ({ ...one, line: one.line + 7, column: 3 });
  const unchecked = ['x'.repeat(400), 'x'.repeat(400)];
  const all = [finding(), same, finding({ rule: 'path-parameters' })];
  const { names } = read(examplesResult(all, { unchecked }));
  expect(read(examplesResult(all.map(moved), { unchecked })).names).toEqual(names);
  expect(new Set(names).size).toBe(names.length);
});

test('the counts are those of the testcases', () => {
  const { root } = read(everythingFound());
  for (const one of [root, ...elementsOf(root, 'testsuite')]) {
    expect(one.attributes).toMatchObject({
      tests: String(elementsOf(root, 'testcase').length),
      failures: String(elementsOf(root, 'failure').length),
      errors: String(elementsOf(root, 'error').length),
      skipped: '0',
      time: '1.234',
    });
  }
});

test('the last line of a body ends as dorny/test-reporter finds a place', () => {
  const [failure] = elementsOf(read(everythingFound()).root, 'failure');
  expect(failure?.text.split('\n').at(-1)).toMatch(
    /\(api\/client-server\/room_state\.yaml:43:29\)$/,
  );
});

describe('whatever stands in a document', () => {
  test.each([...hostile, '&'.repeat(9000), '\0'.repeat(9000)])(
    'the report is well-formed, its messages and bodies are bounded: %#',
    (text) => {
      const all = examplesResult([hostileFinding(text)], { unchecked: [text], gone: [text] });
      const document = exampleJunit(all);
      const { root } = read(all);
      const told = [...elementsOf(root, 'failure'), ...elementsOf(root, 'error')];
      expect(told).toHaveLength(2);
      for (const { attributes } of told) {
        expect(attributes.message?.length).toBeLessThanOrEqual(200);
        expect(attributes.message).not.toContain('\n');
      }
      const bodies = [...document.matchAll(/<(?:failure|error) [^>]*>([^<]*)</g)];
      expect(bodies).toHaveLength(2);
      for (const [, body = ''] of bodies) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(4096);
    },
  );
});
