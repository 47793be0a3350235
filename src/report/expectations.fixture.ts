import type { Judgement } from '../model/expectation.ts';
import type { RunResult } from '../model/run-result.ts';
import { aTry, exchange, outcome, runResult, violation } from './report.fixture.ts';

function judgement(line: number, changes: Partial<Judgement>): Judgement {
  const said = {
    expect: 'fail',
    reason: 'Nobody looked at it.',
    file: 'known.yaml',
    line,
  } as const;
  return { ...said, met: 'expected', told: 'expected fail, and came to fail (status)', ...changes };
}

const tries = [
  aTry('fail', {
    reason: 'The topic was lost',
    exchanges: [exchange()],
    violations: [violation({ message: 'The topic was lost' })],
  }),
];
const lost = { reason: 'The topic was lost', kind: 'status', tries } as const;

/** A run in which every way of meeting an expectation occurs. */
export function everyMeeting(): RunResult {
  const told = (expected: string, came: string) => `expected ${expected}, and came to ${came}`;
  const { plan } = runResult([]);
  const outcomes = [
    outcome('topics/known', 'fail', {
      ...lost,
      expectation: judgement(1, { url: 'https://example.org/12' }),
    }),
    outcome('topics/raced', 'advice', {
      ...lost,
      expectation: judgement(5, { expect: 'flaky', until: '2027-01-31', reason: '' }),
    }),
    outcome('topics/mended', 'pass', {
      expectation: judgement(9, {
        met: 'unexpected-pass',
        told: 'expected fail, and passed',
        edit: [
          { line: 9, text: 'topics/mended:' },
          { line: 10, text: '  expect: fail' },
          { line: 11, text: '  reason: Nobody looked at it.' },
        ],
      }),
    }),
    outcome('topics/better', 'advice', {
      ...lost,
      expectation: judgement(12, {
        met: 'changed',
        told: told('fail', 'advice (status)'),
        edit: [{ line: 13, text: '  expect: fail', becomes: '  expect: advice' }],
      }),
    }),
    outcome('topics/worse', 'fail', {
      ...lost,
      expectation: judgement(15, {
        expect: 'advice',
        met: 'regression',
        told: told('advice', 'fail (status)'),
      }),
    }),
    outcome('topics/lame', 'inconclusive', {
      reason: 'There was no room',
      expectation: judgement(18, { met: 'unclear', told: told('fail', 'inconclusive') }),
    }),
    outcome('topics/old', 'fail', {
      ...lost,
      expectation: judgement(21, {
        expect: 'flaky',
        until: '2026-01-31',
        met: 'expired',
        told: 'expected flaky until 2026-01-31, and today is 2026-11-22: the entry holds no more',
      }),
    }),
    outcome('topics/endless', 'unsupported', {
      reason: 'skipped by the expectations: It hangs.',
      tries: [],
      expectation: judgement(25, {
        expect: 'skip',
        reason: 'It hangs.',
        met: 'skipped',
        told: 'skipped',
      }),
    }),
    outcome('topics/kept', 'pass'),
  ];
  return runResult(outcomes, { exitCode: 1, plan: { ...plan, expectations: 'known.yaml' } });
}
