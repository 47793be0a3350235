import { describe, expect, test } from 'vitest';
import {
  everythingFound,
  examplesResult,
  finding,
  hostile,
  hostileFinding,
} from './example-result.fixture.ts';
import { exampleTerminal } from './example-terminal.ts';

const plain = { color: false, width: 90 };

test('a result with something of everything is told to the letter', () => {
  expect(exampleTerminal(everythingFound(), plain)).toMatchInlineSnapshot(`
    "api/client-server/room_state.yaml:43:29  example-matches-schema
      The example has "2000" at /retry_after_ms, and the schema takes an integer
        41 |         example: {
        42 |           "errcode": "M_LIMIT_EXCEEDED",
      > 43 |           "retry_after_ms": "2000"
           |                             ^
        44 |         }
      schema: api/definitions/errors/rate_limited.yaml:30:5

    https://spec.test/api.json:1:90210  path-parameters
      The path /rooms/{roomId} has a parameter that is described nowhere

    3 more findings are known: the baseline has them.
    1 finding of the baseline is gone (0123456789abcdef). Run again with --update-baseline to
    take it out of it.

    not checked (1)
      ! examples/sync.json is not read: it is on the network

    ✗ 2 new findings in 2 files. 1,234 examples, 345 schemas and 67 operations in 12 files
      were checked in 1.2 s. 1 thing could not be checked.
    "
  `);
});

test('where nothing is wrong there is one line', () => {
  expect(exampleTerminal(examplesResult(), plain)).toMatchInlineSnapshot(`
    "✓ Nothing is wrong: 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s.
    "
  `);
});

test('where nothing was checked, no tick says that all is well', () => {
  const checked = { files: 0, examples: 0, schemas: 0, operations: 0 };
  expect(exampleTerminal(examplesResult([], { checked }), plain)).toMatchInlineSnapshot(`
    "! Nothing was checked: no document was read.
    "
  `);
  expect(exampleTerminal(examplesResult([], { unchecked: ['It is not read'] }), plain)).toMatch(
    /^! Nothing is wrong with what was checked/m,
  );
});

describe('findings by rule', () => {
  const other = finding({ rule: 'path-parameters' });
  const unknown = finding({ rule: 'another' });

  test('are counted, the most frequent first, where they are more than a handful', () => {
    const many = [other, ...Array.from({ length: 11 }, () => finding()), unknown];
    const told = exampleTerminal(examplesResult(many), plain);
    expect(told.slice(told.indexOf('findings by rule'))).toMatchInlineSnapshot(`
      "findings by rule
        11 example-matches-schema: An example that its schema refuses
         1 path-parameters: A path and its parameters that do not name the same
         1 another

      ✗ 13 findings in 1 file. 1,234 examples, 345 schemas and 67 operations in 12 files were
        checked in 1.2 s.
      "
    `);
  });

  test('are not counted where they are five', () => {
    const few = [other, other, other, other, unknown];
    expect(exampleTerminal(examplesResult(few), plain)).not.toContain('findings by rule');
  });
});

describe('the baseline', () => {
  test('is told in whole sentences, whatever the numbers', () => {
    const gone = Array.from({ length: 12 }, (_, index) => `fingerprint-${index + 1}`);
    expect(exampleTerminal(examplesResult([], { known: 1, gone }), plain)).toMatchInlineSnapshot(`
      "1 finding is known: the baseline has it.
      12 findings of the baseline are gone (fingerprint-1 fingerprint-2 fingerprint-3
      fingerprint-4 fingerprint-5 fingerprint-6 fingerprint-7 fingerprint-8 fingerprint-9
      fingerprint-10 and 2 more). Run again with --update-baseline to take them out of it.

      ✓ Nothing new is wrong: 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s.
      "
    `);
    expect(exampleTerminal(examplesResult([], { known: 2 }), plain)).toMatch(
      /^2 findings are known: the baseline has them\.\n\n✓ Nothing new is wrong: /,
    );
  });
});

test.each(hostile)('a hostile text neither steers the terminal nor begins a line: %#', (text) => {
  const lines = (one: string) =>
    exampleTerminal(
      examplesResult([hostileFinding(one)], { unchecked: [one], gone: [one] }),
      plain,
    ).split('\n').length;
  const result = examplesResult([hostileFinding(text)], { unchecked: [text], gone: [text] });
  const told = exampleTerminal(result, plain);
  expect(told).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
  expect(told).not.toMatch(/^::|##\[|(?<!u0023)##vso/m);
  expect(told.length).toBeLessThan(10_000);
  // Longer ones are wrapped, but no line feed of theirs is one.
  if (text.length < 40) expect(lines(text)).toBeLessThanOrEqual(lines('short') + 2);
});

test('colours change nothing but colours', () => {
  const coloured = exampleTerminal(everythingFound(), { ...plain, color: true });
  // biome-ignore lint/complexity/useRegexLiterals: the escape is easier to see in a string
  const codes = new RegExp('\u001b\\[\\d+m', 'g');
  expect(coloured.match(codes)?.length).toBeGreaterThan(10);
  expect(coloured.replace(codes, '')).toBe(exampleTerminal(everythingFound(), plain));
});
