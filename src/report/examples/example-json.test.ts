import { expect, test } from 'vitest';
import { exampleJson } from './example-json.ts';
import {
  everythingFound,
  examplesResult,
  finding,
  hostile,
  hostileFinding,
} from './example-result.fixture.ts';

test('a result with something of everything is told to the letter', () => {
  expect(exampleJson(everythingFound())).toMatchInlineSnapshot(`
    "{
      "checker": {
        "version": "0.2.0"
      },
      "checked": {
        "files": 12,
        "examples": 1234,
        "schemas": 345,
        "operations": 67
      },
      "findings": [
        {
          "rule": "example-matches-schema",
          "file": "api/client-server/room_state.yaml",
          "line": 43,
          "column": 29,
          "pointer": "/paths/~1rooms/put/responses/429/example/retry_after_ms",
          "message": "The example has \\"2000\\" at /retry_after_ms, and the schema takes an integer",
          "schema": {
            "file": "api/definitions/errors/rate_limited.yaml",
            "line": 30,
            "column": 5,
            "pointer": "/properties/retry_after_ms"
          },
          "fingerprint": "00112233445566aa"
        },
        {
          "rule": "path-parameters",
          "file": "https://spec.test/api.json",
          "line": 1,
          "column": 90210,
          "pointer": "",
          "message": "The path /rooms/{roomId} has a parameter that is described nowhere",
          "fingerprint": "778899aabbccddee"
        }
      ],
      "known": 3,
      "gone": [
        "0123456789abcdef"
      ],
      "unchecked": [
        "examples/sync.json is not read: it is on the network"
      ]
    }
    "
  `);
});

test('there is no time in it, and so the same documents give the same text', () => {
  const again = { ...everythingFound(), milliseconds: 99_000 };
  expect(exampleJson(again)).toBe(exampleJson(everythingFound()));
});

test.each(hostile)('a hostile text comes back as it was, and is written as escapes: %#', (text) => {
  const written = exampleJson(
    examplesResult([hostileFinding(text)], { unchecked: [text], gone: [text] }),
  );
  expect(written).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
  const place = { file: text, line: 43, column: 29, pointer: text };
  expect(JSON.parse(written)).toMatchObject({
    findings: [{ ...place, message: text, schema: place }],
    unchecked: [text],
    gone: [text],
  });
});

test('what the types do not have is left out', () => {
  const schema = { file: 'a.yaml', line: 1, column: 2, pointer: '', secret: 'x' };
  const odd = { ...examplesResult([finding({ schema })]), secret: 'x' };
  expect(exampleJson(odd)).not.toMatch(/secret|frame|M_LIMIT_EXCEEDED/);
});
