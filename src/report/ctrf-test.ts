import type { Outcome, Try } from '../model/outcome.ts';
import { details } from './details.ts';
import { sectionUrl } from './section-url.ts';
import { shortReason } from './short-reason.ts';
import { type TestStatus, testStatus } from './test-status.ts';
import { visible } from './visible.ts';

/** What CTRF has for a test; `pending` and `other` would be shown as nothing to worry about. */
export type CtrfStatus = 'passed' | 'failed' | 'skipped';

/** Nobody can say is not passed, and a reader that knows no errors has to see it as red. */
const ofStatus = {
  passed: 'passed',
  failed: 'failed',
  error: 'failed',
  skipped: 'skipped',
} as const satisfies Record<TestStatus, CtrfStatus>;

const ofVerdict = {
  pass: 'passed',
  fail: 'failed',
  error: 'failed',
  inconclusive: 'failed',
  advice: 'failed',
  unsupported: 'skipped',
} as const satisfies Record<Try['verdict'], CtrfStatus>;

/** What an outcome is in CTRF. */
export function ctrfStatus(outcome: Outcome, strict: boolean): CtrfStatus {
  return ofStatus[testStatus(outcome, strict)];
}

/** Passed in the end, and not at once: the only thing that CTRF calls flaky. */
export function isCtrfFlaky(outcome: Outcome, strict: boolean): boolean {
  return outcome.intermittent && ctrfStatus(outcome, strict) === 'passed';
}

/** The details of an outcome as the lines of a trace. */
function trace(outcome: Outcome): string {
  return details(outcome)
    .map(({ label, text }) => `${label}: ${visible(text, label === 'curl' ? 8000 : 1200)}`)
    .join('\n');
}

function attempts({ tries }: Outcome) {
  if (tries.length < 2) return {};
  const retryAttempts = tries.map(({ verdict, reason, durationMs }, index) => ({
    attempt: index + 1,
    status: ofVerdict[verdict],
    duration: Math.round(durationMs),
    ...(reason === '' ? {} : { message: visible(reason) }),
    extra: { 'matrix-conformance': { verdict } },
  }));
  return { retries: tries.length - 1, retryAttempts };
}

/** One scenario as a test of CTRF. */
export function ctrfTest(outcome: Outcome, strict: boolean): object {
  const { id, suite, level, title, section, rows, since, verdict, kind, expectation } = outcome;
  const status = ctrfStatus(outcome, strict);
  const isTold = status !== 'passed' || outcome.intermittent;
  return {
    name: visible(id),
    status,
    duration: Math.round(outcome.durationMs),
    suite: [visible(suite)],
    rawStatus: verdict,
    ...(isTold ? { message: visible(shortReason(outcome), 1000), trace: trace(outcome) } : {}),
    tags: [level],
    ...(expectation === undefined
      ? {}
      : { filePath: visible(expectation.file), line: expectation.line }),
    flaky: isCtrfFlaky(outcome, strict),
    ...attempts(outcome),
    extra: {
      'matrix-conformance': {
        ...{ title, section: sectionUrl(section), rows },
        ...(since === undefined ? {} : { since }),
        ...(kind === undefined ? {} : { kind }),
        ...(expectation === undefined ? {} : { expectation }),
      },
    },
  };
}
