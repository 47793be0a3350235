import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { ctrf } from './ctrf.ts';
import { ctrfSchema } from './ctrf-schema.fixture.ts';
import { everyVerdict } from './every-verdict.fixture.ts';
import { everyMeeting } from './expectations.fixture.ts';
import { outcome, runResult } from './report.fixture.ts';

const validate = new Ajv2020({ strict: false }).compile(ctrfSchema);

test.each([
  ['every verdict', everyVerdict()],
  ['every way to meet an expectation', everyMeeting()],
  ['nothing run', runResult([], { problems: ['Is it up?\u001b'] })],
  ['fractions of milliseconds', runResult([outcome('a/b', 'fail', { durationMs: 1.5 })])],
])('the schema of CTRF takes it, and its counts are those of its tests: %s', (_, result) => {
  const report = JSON.parse(ctrf(result));
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  const { summary, tests } = report.results;
  expect(summary.tests).toBe(tests.length);
  for (const which of ['passed', 'failed', 'skipped', 'pending', 'other']) {
    const all = tests.filter((one: { status: string }) => one.status === which);
    expect(summary[which], which).toBe(all.length);
  }
});

test('a pass on the second try is flaky, with both tries', () => {
  const { tests, summary } = JSON.parse(ctrf(everyVerdict())).results;
  const flaky = tests.filter((one: { flaky: boolean }) => one.flaky);
  expect(summary.flaky).toBe(1);
  expect(flaky).toHaveLength(1);
  expect(flaky[0]).toMatchObject({
    name: 'bad_alias/removal',
    retries: 1,
    retryAttempts: [
      { attempt: 1, status: 'failed', message: 'No answer within 10 s' },
      { attempt: 2, status: 'passed' },
    ],
  });
});

test('a schema that takes anything would be seen', () => {
  const report = JSON.parse(ctrf(everyVerdict()));
  expect(validate({ ...report, more: 1 })).toBe(false);
  report.results.tests[0].status = 'error';
  expect(validate(report)).toBe(false);
});
