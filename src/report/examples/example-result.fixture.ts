import type {
  ExampleFinding,
  ExampleFrame,
  ExampleRule,
  ExamplesResult,
} from '../../model/example-finding.ts';

const rules: readonly ExampleRule[] = [
  {
    id: 'example-matches-schema',
    finds: 'An example that its schema refuses',
    isDefault: true,
  },
  { id: 'schema-compiles', finds: 'A schema that no validator can read', isDefault: true },
  {
    id: 'path-parameters',
    finds: 'A path and its parameters that do not name the same',
    isDefault: true,
  },
];

/** The frame of `finding()`; its lines are those of a document of Matrix. */
export const aFrame: ExampleFrame = {
  line: 41,
  lines: [
    '        example: {',
    '          "errcode": "M_LIMIT_EXCEEDED",',
    '          "retry_after_ms": "2000"',
    '        }',
  ],
};

/** An example whose delay is a string, held against a schema in another file. */
export function finding(changes: Partial<ExampleFinding> = {}): ExampleFinding {
  return {
    rule: 'example-matches-schema',
    file: 'api/client-server/room_state.yaml',
    line: 43,
    column: 29,
    pointer: '/paths/~1rooms/put/responses/429/example/retry_after_ms',
    message: 'The example has "2000" at /retry_after_ms, and the schema takes an integer',
    schema: {
      file: 'api/definitions/errors/rate_limited.yaml',
      line: 30,
      column: 5,
      pointer: '/properties/retry_after_ms',
    },
    fingerprint: '00112233445566aa',
    frame: aFrame,
    ...changes,
  };
}

/** What came of checking twelve files, by default without a finding. */
export function examplesResult(
  findings: readonly ExampleFinding[] = [],
  changes: Partial<ExamplesResult> = {},
): ExamplesResult {
  return {
    checker: { version: '0.2.0' },
    rules,
    checked: { files: 12, examples: 1234, schemas: 345, operations: 67 },
    findings,
    known: 0,
    gone: [],
    unchecked: [],
    startedAt: '2026-11-27T10:00:00.000Z',
    milliseconds: 1234,
    ...changes,
  };
}

/** A result with something of everything. */
export function everythingFound(): ExamplesResult {
  return examplesResult(
    [
      finding(),
      bare({
        rule: 'path-parameters',
        file: 'https://spec.test/api.json',
        line: 1,
        column: 90210,
        pointer: '',
        message: 'The path /rooms/{roomId} has a parameter that is described nowhere',
        fingerprint: '778899aabbccddee',
      }),
    ],
    {
      known: 3,
      gone: ['0123456789abcdef'],
      unchecked: ['examples/sync.json is not read: it is on the network'],
    },
  );
}

/** A finding that has neither a schema nor a frame. */
export function bare(one: ExampleFinding): ExampleFinding {
  const { schema: _schema, frame: _frame, ...rest } = one;
  return rest;
}

/** Texts that steer terminals, break XML, or are commands to the log readers of a CI. */
export const hostile = [
  '\u001b[31m\0\u009b',
  'one\r\ntwo\u2028three',
  '\ud800 and \udfff',
  '::error::gone ##[error]gone ##vso[task.complete]',
  ']]><a b="&">{0}[here](http://mallory.test)%0A,:',
  '\u202e\u200b\ufffe\u{e0001}',
  '🫖'.repeat(5000),
  'x'.repeat(2_000_000),
  '',
] as const;

/** A finding whose every text is that one. */
export function hostileFinding(text: string): ExampleFinding {
  const place = { file: text, line: 43, column: 29, pointer: text };
  const lines = aFrame.lines.map((line) => `${line}${text}`);
  return finding({ ...place, message: text, schema: place, frame: { line: 41, lines } });
}
