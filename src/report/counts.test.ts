import { describe, expect, test } from 'vitest';
import type { RunResult } from '../model/run-result.ts';
import { countReaders, countsOf } from './counts.fixture.ts';
import { everyVerdict } from './every-verdict.fixture.ts';
import { everyMeeting } from './expectations.fixture.ts';
import { outcome, runResult } from './report.fixture.ts';
import { type ReportFormat, reports } from './reports.ts';

const strictly = (result: RunResult): RunResult => ({
  ...result,
  plan: { ...result.plan, strict: true },
  exitCode: 1,
});

const neverRun = outcome('room_state/a', 'inconclusive', { tries: [] });

const runs: readonly (readonly [string, RunResult])[] = [
  ['every verdict', everyVerdict()],
  ['every verdict, strictly', strictly(everyVerdict())],
  ['every way to meet an expectation', everyMeeting()],
  ['the same, strictly', strictly(everyMeeting())],
  ['an interrupted run', { ...everyVerdict(), interrupted: true }],
  ['nothing run', runResult([], { problems: ['Is it up?'] })],
  ['scenarios that never began', runResult([neverRun], { problems: ['Is it up?'] })],
  ['only unsupported', runResult([outcome('room_state/a', 'unsupported')])],
];

describe.each(runs)('%s', (name, result) => {
  test.each(Object.keys(reports) as ReportFormat[])('has the same counts as %s', (format) => {
    const counts = countReaders[format](reports[format].render(result));
    // A summary for people tells why nothing was run, and counts nothing.
    const isUncounted = format === 'terminal' && name === 'scenarios that never began';
    expect(Object.keys(counts).length).toBeGreaterThan(0);
    if (!isUncounted) expect(countsOf(result)).toMatchObject(counts);
  });
});

test('a report that forgets an outcome is seen by each reader that could see it', () => {
  const whole = everyVerdict();
  const outcomes = whole.outcomes.filter(({ verdict }) => verdict !== 'fail');
  for (const [format, { render }] of Object.entries(reports)) {
    const counts = { ...whole.counts, fail: 0 };
    const read = countReaders[format as ReportFormat](render({ ...whole, outcomes, counts }));
    expect(countsOf(whole), format).not.toMatchObject(read);
  }
});
