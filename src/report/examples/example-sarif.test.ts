import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import {
  everythingFound,
  examplesResult,
  finding,
  hostile,
  hostileFinding,
} from './example-result.fixture.ts';
import { exampleSarif } from './example-sarif.ts';
import { sarifSchema } from './sarif-schema.fixture.ts';

const ajv = new Ajv({ allErrors: true });
const isSarif = ajv.compile(sarifSchema);

interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly { readonly message: { readonly text: string } }[];
      readonly invocations: readonly unknown[];
    },
  ];
}

function read(...[result]: Parameters<typeof exampleSarif>): Log['runs'][0] {
  const log = JSON.parse(exampleSarif(result)) as Log;
  expect(ajv.errorsText(isSarif(log) ? null : isSarif.errors)).toBe('No errors');
  return log.runs[0];
}

function messageOf(message: string, file = 'a.yaml'): string | undefined {
  const schema = { file, line: 1, column: 2, pointer: '' };
  return read(examplesResult([finding({ message, schema })])).results[0]?.message.text;
}

test('a result with something of everything is told to the letter', () => {
  expect(exampleSarif(everythingFound())).toMatchInlineSnapshot(`
    "{
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        {
          "tool": {
            "driver": {
              "name": "matrix-conformance",
              "version": "0.2.0",
              "rules": [
                {
                  "id": "example-matches-schema",
                  "shortDescription": {
                    "text": "An example that its schema refuses."
                  },
                  "defaultConfiguration": {
                    "level": "error"
                  }
                },
                {
                  "id": "schema-compiles",
                  "shortDescription": {
                    "text": "A schema that no validator can read."
                  },
                  "defaultConfiguration": {
                    "level": "error"
                  }
                },
                {
                  "id": "path-parameters",
                  "shortDescription": {
                    "text": "A path and its parameters that do not name the same."
                  },
                  "defaultConfiguration": {
                    "level": "error"
                  }
                }
              ]
            }
          },
          "columnKind": "utf16CodeUnits",
          "invocations": [
            {
              "executionSuccessful": true,
              "toolExecutionNotifications": [
                {
                  "level": "error",
                  "message": {
                    "text": "examples/sync.json is not read: it is on the network."
                  }
                }
              ]
            }
          ],
          "results": [
            {
              "ruleId": "example-matches-schema",
              "ruleIndex": 0,
              "level": "error",
              "message": {
                "text": "The example has \\"2000\\" at /retry_after_ms, and the schema takes an integer. See [api/definitions/errors/rate_limited.yaml:30:5](1)."
              },
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "api/client-server/room_state.yaml",
                      "uriBaseId": "%SRCROOT%"
                    },
                    "region": {
                      "startLine": 43,
                      "startColumn": 29
                    }
                  },
                  "logicalLocations": [
                    {
                      "fullyQualifiedName": "/paths/~1rooms/put/responses/429/example/retry_after_ms"
                    }
                  ]
                }
              ],
              "relatedLocations": [
                {
                  "id": 1,
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "api/definitions/errors/rate_limited.yaml",
                      "uriBaseId": "%SRCROOT%"
                    },
                    "region": {
                      "startLine": 30,
                      "startColumn": 5
                    }
                  },
                  "logicalLocations": [
                    {
                      "fullyQualifiedName": "/properties/retry_after_ms"
                    }
                  ]
                }
              ],
              "partialFingerprints": {
                "matrixConformanceFinding/v1": "00112233445566aa"
              }
            },
            {
              "ruleId": "path-parameters",
              "ruleIndex": 2,
              "level": "error",
              "message": {
                "text": "The path /rooms/{roomId} has a parameter that is described nowhere."
              },
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "https://spec.test/api.json"
                    },
                    "region": {
                      "startLine": 1,
                      "startColumn": 90210
                    }
                  }
                }
              ],
              "partialFingerprints": {
                "matrixConformanceFinding/v1": "778899aabbccddee"
              }
            }
          ]
        }
      ]
    }
    "
  `);
});

test.each(hostile)('whatever stands in a document, the log keeps to the schema: %#', (text) => {
  const result = examplesResult([hostileFinding(text)], { unchecked: [text] });
  const rule = hostileFinding(text).rule;
  expect(
    read({ ...result, rules: [{ id: rule, finds: text, isDefault: false }] }).results,
  ).toHaveLength(1);
});

describe('a message', () => {
  test('links to where the schema stands, whatever the name of its file', () => {
    expect(messageOf('It is wrong')).toBe('It is wrong. See [a.yaml:1:2](1).');
    expect(messageOf('It is wrong', 'a[1]\\b.yaml')).toBe(
      'It is wrong. See [a\\[1\\]\\\\b.yaml:1:2](1).',
    );
  });

  test('of a document can neither link nor be taken for a placeholder', () => {
    expect(messageOf('It is [here](http://mallory.test) {0} {"a":1} {roomId}')).toBe(
      'It is [here] (http://mallory.test) {{0}} {"a":1} {roomId}. See [a.yaml:1:2](1).',
    );
  });
});

test('a finding of a rule that was not looked at points to no rule', () => {
  const [result] = read(examplesResult([finding({ rule: 'another' })])).results;
  expect(result).toMatchObject({ ruleId: 'another' });
  expect(result).not.toHaveProperty('ruleIndex');
});

test('findings are no failure of the checker, and nothing checked is one', () => {
  expect(read(examplesResult([finding()], { unchecked: ['It is not read'] })).invocations).toEqual([
    {
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'It is not read.' } }],
    },
  ]);
  const checked = { files: 0, examples: 0, schemas: 0, operations: 0 };
  expect(read(examplesResult([], { checked })).invocations).toMatchObject([
    { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] },
  ]);
});

test('the schema of these tests refuses what SARIF does not have', () => {
  const log = JSON.parse(exampleSarif(everythingFound())) as Log;
  expect(isSarif(log)).toBe(true);
  expect(isSarif({ ...log, version: '2.0.0' })).toBe(false);
  const [run] = log.runs;
  const [result] = run.results;
  expect(isSarif({ ...log, runs: [{ ...run, results: [{ ...result, frame: 1 }] }] })).toBe(false);
});
