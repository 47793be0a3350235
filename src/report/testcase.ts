import type { Outcome } from '../model/outcome.ts';
import { shortReason } from './short-reason.ts';
import { type TestStatus, testStatus } from './test-status.ts';
import { testcaseBody } from './testcase-body.ts';
import type { TestcaseNames } from './testcase-names.ts';
import { visible } from './visible.ts';
import { element } from './xml.ts';

/** The elements that JUnit has for what is not a pass. */
export type Mark = 'failure' | 'error' | 'skipped';

/** A `testcase` element, and what its testsuite counts of it. */
export interface Testcase {
  /** None for a pass. */
  readonly mark: Mark | undefined;
  readonly durationMs: number;
  readonly xml: string;
}

/** What a status is in JUnit's words. */
const marks = {
  passed: undefined,
  failed: 'failure',
  error: 'error',
  skipped: 'skipped',
} as const satisfies Record<TestStatus, Mark | undefined>;

/** GitLab and GitHub show it as a heading. */
const longestMessage = 200;

/** What stands in the element that tells why a testcase did not pass. */
export interface Told {
  readonly message: string;
  readonly type: string;
  /** XML already. */
  readonly body: string;
}

/** An element that says why a testcase did not pass: its message is one line, cut where too long. */
export function markElement(is: Mark, { message, type, body }: Told): string {
  return element(is, { message: visible(message, longestMessage), type }, body);
}

/** One scenario as a `testcase`. */
export function testcase(outcome: Outcome, names: TestcaseNames, strict: boolean): Testcase {
  const { verdict, durationMs, expectation } = outcome;
  const is = marks[testStatus(outcome, strict)];
  let inside = '';
  if (is !== undefined) {
    const type = verdict === 'pass' ? (expectation?.met ?? verdict) : verdict;
    const message = shortReason(outcome);
    inside = markElement(is, { message, type, body: testcaseBody(outcome) });
  } else if (outcome.intermittent) {
    // A pass that needed a second try is told where a reader looks at passes: in the output.
    inside = element('system-out', {}, testcaseBody(outcome));
  }
  // Readers that are told no place look for one in the body, where a homeserver speaks.
  const { file, line } = expectation ?? { file: `${outcome.suite}.yaml`, line: 1 };
  const place = { file: visible(file), line };
  const attributes = { ...names, ...place, time: (durationMs / 1000).toFixed(3) };
  return { mark: is, durationMs, xml: element('testcase', attributes, inside) };
}
