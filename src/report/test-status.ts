import type { Outcome } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import { type Standing, standing } from '../model/standing.ts';

/** The words that formats of tests have for what a test came to: fewer than there are verdicts. */
export const testStatuses = ['passed', 'failed', 'error', 'skipped'] as const;

export type TestStatus = (typeof testStatuses)[number];

/** The one place where standings become the words of other people's formats. */
const statuses = {
  holds: 'passed',
  known: 'skipped',
  against: 'failed',
  unclear: 'error',
  silent: 'skipped',
} as const satisfies Record<Standing, TestStatus>;

/** What an outcome is in the words of formats of tests. */
export function testStatus(outcome: Outcome, strict: boolean): TestStatus {
  return statuses[standing(outcome, strict)];
}

/** How many scenarios came to each status; what is told of the run as a whole is not among them. */
export function countStatuses({ outcomes, plan }: RunResult): Readonly<Record<TestStatus, number>> {
  const counts = { passed: 0, failed: 0, error: 0, skipped: 0 };
  for (const outcome of outcomes) counts[testStatus(outcome, plan.strict)] += 1;
  return counts;
}
