import type { Judgement } from './expectation.ts';
import type { Requirement } from './requirement.ts';
import type { Transcript } from './transcript.ts';
import type { Verdict } from './verdict.ts';
import type { DecidingKind } from './violation.ts';

/** One run of a scenario. */
export interface Try extends Transcript {
  readonly verdict: Verdict;
  /** One sentence: why it is not a pass. Empty for a pass. */
  readonly reason: string;
  /** What decided; none where no violation did and the time was not up. */
  readonly kind?: DecidingKind;
  readonly durationMs: number;
}

/** What a planned scenario came to. Each has exactly one. */
export interface Outcome extends Requirement {
  readonly suite: string;
  readonly verdict: Verdict;
  /** One sentence: why it is not a pass. Empty for a pass. */
  readonly reason: string;
  /** What decided in the try that gave the verdict. */
  readonly kind?: DecidingKind;
  /** The tries did not agree: shown, never hidden. */
  readonly intermittent: boolean;
  /** In the order in which they were run; none for a scenario that never started. */
  readonly tries: readonly Try[];
  readonly durationMs: number;
  /** What was expected of it, and how it met that; none where nothing was. */
  readonly expectation?: Judgement;
}
