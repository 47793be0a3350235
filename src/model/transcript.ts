import type { Exchange } from './exchange.ts';
import type { Recording } from './recording.ts';
import type { Violation } from './violation.ts';

/** Why a scenario ended before its end. */
export interface Stop {
  /** `unsupported`: the homeserver may lack it. `inconclusive`: the way to the point failed. */
  readonly verdict: 'unsupported' | 'inconclusive' | 'error';
  readonly reason: string;
}

/** What one try of one scenario saw, in order. */
export interface Transcript {
  readonly exchanges: readonly Exchange[];
  readonly violations: readonly Violation[];
  /** How many expectations were looked at, the met ones included; none is never a pass. */
  readonly checks: number;
  /** Remarks that decide nothing: undocumented but standard errors, errata that were applied. */
  readonly notes: readonly string[];
  readonly stop?: Stop;
  /** What regrading needs besides; none where a result was made without it, or thinned out. */
  readonly recording?: Recording;
}
