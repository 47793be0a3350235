import { expect, test } from 'vitest';
import { paint } from '../paint.ts';
import { bare, finding } from './example-result.fixture.ts';
import { terminalExample } from './terminal-example.ts';

test('place and rule stand on one line, so that a terminal can open the file', () => {
  expect(terminalExample(finding(), paint(false), 80)).toMatchInlineSnapshot(`
    "api/client-server/room_state.yaml:43:29  example-matches-schema
      The example has "2000" at /retry_after_ms, and the schema takes an integer
        41 |         example: {
        42 |           "errcode": "M_LIMIT_EXCEEDED",
      > 43 |           "retry_after_ms": "2000"
           |                             ^
        44 |         }
      schema: api/definitions/errors/rate_limited.yaml:30:5"
  `);
});

test('a finding with neither lines nor a schema is two lines', () => {
  expect(terminalExample(bare(finding()), paint(false), 80)).toMatchInlineSnapshot(`
    "api/client-server/room_state.yaml:43:29  example-matches-schema
      The example has "2000" at /retry_after_ms, and the schema takes an integer"
  `);
});

test('a long place is not broken, and a long sentence is, below its beginning', () => {
  const one = bare(finding({ file: `${'folder/'.repeat(20)}a.yaml` }));
  const [first, ...rest] = terminalExample(one, paint(false), 40).split('\n');
  expect(first).toMatch(/\/a\.yaml:43:29 {2}example-matches-schema$/);
  for (const line of rest) expect(line).toMatch(/^ {2}\S.{0,37}$/);
  expect(rest.length).toBeGreaterThan(1);
});
