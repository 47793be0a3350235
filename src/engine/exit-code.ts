import type { Outcome } from '../model/outcome.ts';
import { standing } from '../model/standing.ts';

/** What the exit code is a function of. */
export interface Ended {
  readonly outcomes: readonly Outcome[];
  readonly strict: boolean;
  readonly problems: readonly string[];
  readonly interrupted: boolean;
}

/** 0 conforms · 1 does not · 2 cannot say: not everything was run, or nothing was seen to hold. */
export function exitCode({ outcomes, strict, problems, interrupted }: Ended): 0 | 1 | 2 {
  const standings = new Set(outcomes.map((outcome) => standing(outcome, strict)));
  if (standings.has('against')) return 1;
  if (problems.length > 0 || interrupted) return 2;
  if (standings.has('unclear')) return 2;
  // Only advice and unsupported: nothing was seen to hold, nor to fail in its expected way.
  return standings.has('holds') || standings.has('known') ? 0 : 2;
}
