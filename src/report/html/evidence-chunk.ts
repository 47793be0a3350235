import type { Exchange } from '../../model/exchange.ts';
import type { Violation } from '../../model/violation.ts';
import type { Piece } from './piece.ts';

/** An exchange as the page carries it: headers stand in `headers` of its chunk, under their index. */
export interface PageExchange
  extends Pick<Exchange, 'operationId' | 'user' | 'failure' | 'durationMs'> {
  readonly method: string;
  readonly url: string;
  readonly sent: number;
  readonly body?: string;
  readonly status?: number;
  readonly received?: number;
  readonly answer?: string;
  readonly isTruncated?: boolean;
  /** None where it would be too long. */
  readonly curl?: string;
}

/** A violation, with its difference where there is one to show. */
export interface PageViolation extends Violation {
  readonly pieces?: readonly Piece[];
}

/** One try, as the page carries it. */
export interface PageTry {
  readonly verdict: string;
  readonly reason: string;
  readonly checks: number;
  readonly durationMs: number;
  readonly notes: readonly string[];
  readonly violations: readonly PageViolation[];
  /** None stands for an exchange that the result itself does not hold. */
  readonly exchanges: readonly (PageExchange | null)[];
  /** How many exchanges are left out, as the page would be too large. */
  readonly left: number;
}

/** The evidence of some scenarios, compressed and read together. */
export interface EvidenceChunk {
  readonly headers: readonly (readonly (readonly [string, string])[])[];
  readonly outcomes: readonly (readonly PageTry[])[];
}
