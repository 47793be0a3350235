import type { Verdict } from './verdict.ts';

/** A verdict and, where it is not a pass, one sentence why. */
export interface Grade {
  readonly verdict: Verdict;
  readonly reason: string;
}

/**
 * How a scenario fared when a recorded run was graded again.
 *
 * - `verdict`: it is another one now.
 * - `reason`: the verdict is the same, and what decides it is something else.
 * - `kept`: it could not be graded again, and stands as it was recorded; `why` says why not.
 * - `new`: the recording does not hold it. It has no outcome.
 * - `gone`: no scenario has this id any more. It has no outcome.
 */
export type ChangeKind = 'verdict' | 'reason' | 'kept' | 'new' | 'gone';

/** What is not as it was recorded, or could not be graded again. */
export interface Change {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly title: string;
  /** None for a scenario that is new. */
  readonly before?: Grade;
  /** None for a scenario that is new, or gone. */
  readonly after?: Grade;
  /** One sentence without its full stop. */
  readonly why: string;
}

/** That a result is a recorded one, graded again: what it was made of, and what is not as it was. */
export interface Regraded {
  /** The version of the checker that recorded it. */
  readonly from: string;
  /** When it was recorded. */
  readonly at: string;
  /** What it was held against when it was recorded, and whether a SHOULD counted. */
  readonly specification: string;
  readonly strict: boolean;
  /** How many scenarios were graded again, by telling their stories to the recording. */
  readonly scenarios: number;
  readonly changes: readonly Change[];
}
