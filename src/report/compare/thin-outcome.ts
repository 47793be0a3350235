import type { Outcome } from '../../model/outcome.ts';
import { evidence } from '../evidence.ts';

/**
 * An outcome with no more than what it stands on: the try that gave its verdict, and of that the one
 * exchange that shows it. A whole run has ten thousand exchanges, and a comparison shows one a cell.
 * Of a pass its notes are left: what a homeserver does where the specification leaves it open.
 */
export function thinOutcome(outcome: Outcome): Outcome {
  const { try: shown, violation, others, exchange } = evidence(outcome);
  if (shown === undefined) return outcome;
  const isPass = outcome.verdict === 'pass';
  const kept = isPass || exchange === undefined ? [] : [exchange];
  const loose = [...(violation === undefined ? [] : [violation]), ...others].map(
    ({ exchange: pointed, ...one }) => ({
      ...one,
      ...(one.message === violation?.message && pointed !== undefined && kept.length > 0
        ? { exchange: 0 }
        : {}),
    }),
  );
  return { ...outcome, tries: [{ ...shown, exchanges: kept, violations: isPass ? [] : loose }] };
}
