import type { Outcome } from './outcome.ts';
import { type Verdict, verdicts } from './verdict.ts';

/** How many outcomes came to each verdict. */
export function countVerdicts(
  outcomes: readonly Pick<Outcome, 'verdict'>[],
): Readonly<Record<Verdict, number>> {
  const count = (verdict: Verdict) => outcomes.filter((one) => one.verdict === verdict).length;
  const counts = verdicts.map((verdict) => [verdict, count(verdict)] as const);
  return Object.fromEntries(counts) as Record<Verdict, number>;
}
