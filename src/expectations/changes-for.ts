import type { Expectation } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Change } from './changed-lines.ts';

/** What has to be changed in an entry so that an outcome meets it; what is `flaky` stays so. */
export function changesFor(
  { expect, kind, spans }: Expectation,
  outcome: Outcome,
): readonly Change[] {
  const changes: Change[] = [];
  if (expect !== 'flaky' && expect !== outcome.verdict) {
    changes.push([spans.expect, outcome.verdict]);
  }
  if (spans.kind !== undefined && outcome.kind !== undefined && kind !== outcome.kind) {
    changes.push([spans.kind, outcome.kind]);
  }
  return changes;
}
