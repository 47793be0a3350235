import type { Judgement } from './expectation.ts';
import type { Outcome } from './outcome.ts';

/**
 * What an outcome counts for, all things considered: its verdict, its expectation, and whether the
 * run is strict. The exit code and every report are made of it.
 *
 * - `holds`: it passed, and was not expected to fail.
 * - `known`: it failed in its expected way; no news.
 * - `against`: it breaks a requirement, or is not as it was expected.
 * - `unclear`: nothing can be said of it.
 * - `silent`: it decides nothing: unsupported, skipped, or advice of a run that is not strict.
 */
export type Standing = 'holds' | 'known' | 'against' | 'unclear' | 'silent';

/** What an outcome counts for. */
export function standing({ verdict, expectation }: Outcome, strict: boolean): Standing {
  if (expectation?.met === 'expected') return verdict === 'pass' ? 'holds' : 'known';
  if (isUnmet(expectation)) return 'against';
  switch (verdict) {
    case 'pass':
      return 'holds';
    case 'fail':
      return 'against';
    case 'advice':
      return strict ? 'against' : 'silent';
    case 'error':
    case 'inconclusive':
      return 'unclear';
    case 'unsupported':
      return 'silent';
  }
}

/** Whether it stands against the homeserver or is unclear: what a run leaves to be looked at. */
export function isOpen(outcome: Outcome, strict: boolean): boolean {
  const counts = standing(outcome, strict);
  return counts === 'against' || counts === 'unclear';
}

/** Whether it is not as it was expected to be; not, where nothing was expected or can be said. */
export function isUnmet(expectation: Judgement | undefined): boolean {
  const met = expectation?.met;
  return met === 'unexpected-pass' || met === 'changed' || met === 'regression';
}
