import type { Expectation } from '../model/expectation.ts';
import type { Outcome, Try } from '../model/outcome.ts';
import type { TrafficResult } from '../model/traffic.ts';
import { partsOfId } from './expected-id.ts';
import { sectionOf } from './section-of.ts';
import { isUndocumentedLabel } from './undocumented-operation.ts';

/**
 * What is expected and was not found: it passes where its operation answered with that status and
 * was judged, and is unsupported where it did not.
 */
export function expectedOutcome(
  { id }: Expectation,
  { coverage, undocumented }: Pick<TrafficResult, 'coverage' | 'undocumented'>,
): Outcome {
  const { operation, status } = partsOfId(id);
  const traffic = coverage.find((one) => one.operation === operation);
  const answers = traffic?.answers.filter((one) => one.status === status && one.judged > 0) ?? [];
  // Where that path had broken it down again, it would have been found.
  const isOfOnePath = isUndocumentedLabel(operation) && id.includes('/no-server-error/');
  const failures = isOfOnePath
    ? []
    : undocumented.filter((one) => one.operation === operation && one.status === status);
  const isPass = answers.length > 0 || failures.length > 0;
  const verdict = isPass ? 'pass' : 'unsupported';
  const of = isOfOnePath ? 'its path' : operation;
  const reason = isPass ? '' : `no answer ${status} of ${of} was judged`;
  const told: Try = {
    ...{ verdict, reason, durationMs: 0, violations: [], notes: [] },
    exchanges: answers.map(({ first }) => first),
    checks:
      answers.reduce((sum, { judged }) => sum + judged, 0) +
      failures.reduce((sum, { count }) => sum + count, 0),
  };
  return {
    ...{ id, level: 'MUST', verdict, reason },
    title: `What is expected of the ${status} of ${operation} is found`,
    section: traffic === undefined ? 'client-server-api/' : sectionOf(traffic, traffic.api),
    ...{ rows: [], suite: operation, intermittent: false, durationMs: 0 },
    tries: isPass ? [told] : [],
  };
}
