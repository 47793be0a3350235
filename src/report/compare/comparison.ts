import type { Outcome } from '../../model/outcome.ts';
import type { Requirement } from '../../model/requirement.ts';
import type { RunResult } from '../../model/run-result.ts';
import type { Agreement } from './agreement.ts';
import type { Change } from './change.ts';

/** A result that is to be compared, and what it is to be called. */
export interface GivenResult {
  /** None where its software names it. */
  readonly name?: string;
  /** The files that it was read from: the shards of one run are several. */
  readonly files: readonly string[];
  readonly result: RunResult;
}

/** One column: a homeserver, as one run found it. */
export interface ComparedServer {
  /** Unique among the columns. Raw: a homeserver chooses what it calls itself. */
  readonly name: string;
  readonly files: readonly string[];
  /** What it calls itself, without its version; none where it does not say. */
  readonly software?: string;
  /** The run, without its outcomes. */
  readonly run: Omit<RunResult, 'outcomes'>;
  /** How often each change since the baseline occurs; none for the baseline, and without one. */
  readonly changes?: Readonly<Record<Change, number>>;
}

/** What one homeserver made of one requirement. */
export interface Cell {
  /** None where the run did not hold the scenario. */
  readonly outcome?: Outcome;
  /** Since the baseline; none in its own column, and where there is none. */
  readonly change?: Change;
}

/** One requirement, and a cell for each homeserver, in their order. */
export interface ComparedRow extends Requirement, Agreement {
  readonly suite: string;
  readonly cells: readonly Cell[];
}

/** Several runs side by side, as plain data: what every report of a comparison is made of. */
export interface Comparison {
  readonly servers: readonly ComparedServer[];
  /** The column that the others are judged by; none where different homeservers are laid side by side. */
  readonly baseline?: number;
  /** Those of one suite follow each other, in the order of the runs. */
  readonly rows: readonly ComparedRow[];
  /** What a reader has to know before believing a difference: one sentence each. */
  readonly warnings: readonly string[];
  /** Why it cannot be said that nothing got worse: one sentence each. */
  readonly problems: readonly string[];
  /** 0: no regression; 1: at least one; 2: cannot say. */
  readonly exitCode: 0 | 1 | 2;
}
