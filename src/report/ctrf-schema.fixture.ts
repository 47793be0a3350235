/** The rules of CTRF 1.0.0 that a report of ours could break: names, types, and no other members. */
const text = { type: 'string' };
const whole = { type: 'integer', minimum: 0 };
const extra = { type: 'object' };
const name = { type: 'string', minLength: 1 };
const status = { enum: ['passed', 'failed', 'skipped', 'pending', 'other'] };

function closed(properties: Readonly<Record<string, object>>, ...required: readonly string[]) {
  return { type: 'object', properties, required, additionalProperties: false };
}

const attempt = closed(
  {
    ...{ attempt: { type: 'integer', minimum: 1 }, status, duration: whole, message: text },
    ...{ trace: text, line: whole, start: whole, stop: whole, extra },
  },
  'attempt',
  'status',
);

const aTest = closed(
  {
    ...{ name, status, duration: whole, start: whole, stop: whole, message: text, trace: text },
    ...{ suite: { type: 'array', minItems: 1, items: text }, tags: { type: 'array', items: text } },
    ...{ rawStatus: text, type: text, filePath: text, line: whole, flaky: { type: 'boolean' } },
    ...{ retries: whole, retryAttempts: { type: 'array', items: attempt }, extra },
  },
  'name',
  'status',
  'duration',
);

const counted = ['tests', 'passed', 'failed', 'skipped', 'pending', 'other', 'start', 'stop'];

const summary = closed(
  Object.fromEntries([...counted, 'flaky', 'suites', 'duration'].map((one) => [one, whole])),
  ...counted,
);

/** A JSON Schema of CTRF, for tests. */
export const ctrfSchema = closed(
  {
    reportFormat: { const: 'CTRF' },
    specVersion: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
    generatedBy: text,
    results: closed(
      {
        tool: closed({ name, version: text, extra }, 'name'),
        summary,
        tests: { type: 'array', items: aTest },
        environment: closed({ appName: text, appVersion: text, testEnvironment: text, extra }),
        extra,
      },
      'tool',
      'summary',
      'tests',
    ),
  },
  'reportFormat',
  'specVersion',
  'results',
);
