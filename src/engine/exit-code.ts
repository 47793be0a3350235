import type { Outcome } from '../model/outcome.ts';

/** What the exit code is a function of. */
export interface Ended {
  readonly outcomes: readonly Outcome[];
  readonly strict: boolean;
  readonly problems: readonly string[];
  readonly interrupted: boolean;
}

/** 0 conforms · 1 does not · 2 cannot say: not everything was run, or nothing was seen to hold. */
export function exitCode({ outcomes, strict, problems, interrupted }: Ended): 0 | 1 | 2 {
  const has = (verdict: Outcome['verdict']) => outcomes.some((one) => one.verdict === verdict);
  if (has('fail') || (strict && has('advice'))) return 1;
  if (problems.length > 0 || interrupted) return 2;
  if (has('error') || has('inconclusive')) return 2;
  // Only advice and unsupported: nothing was seen to hold.
  return has('pass') ? 0 : 2;
}
