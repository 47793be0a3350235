import type { DecidingKind } from './violation.ts';

/** What an entry of an expectations file can say of a scenario. */
export const expectables = ['fail', 'advice', 'flaky', 'skip'] as const;

export type Expectable = (typeof expectables)[number];

/** One line of a file; `line` counts from 1. */
export interface FileLine {
  readonly line: number;
  readonly text: string;
}

/** A value within one line: `from` and `to` count characters from 0, the last one not included. */
export interface Span {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** What is known of a scenario before it is run: one entry of an expectations file. */
export interface Expectation {
  /** The scenario's. */
  readonly id: string;
  readonly expect: Expectable;
  /** Empty only where the file is about to be brought up to date. */
  readonly reason: string;
  readonly url?: string;
  /** In which way it is expected to fail; in any, where none is named. */
  readonly kind?: DecidingKind;
  /** A range of the server's own versions, outside of which the entry does not hold. */
  readonly versions?: string;
  /** The last day, in UTC, on which a `flaky` entry holds: `2027-01-31`. */
  readonly until?: string;
  /** The file as its user named it. */
  readonly file: string;
  /** The entry's first line. */
  readonly line: number;
  /** The line of its reason; of the entry, where it has none. */
  readonly reasonLine: number;
  /** All that goes when the entry does: the comment that is its own, and the entry. */
  readonly lines: readonly FileLine[];
  /** Where its values stand that the program may change. */
  readonly spans: { readonly expect: Span; readonly kind?: Span };
}

/** All that is known of a homeserver: the entries of one file. */
export interface Expectations {
  /** As its user named it. */
  readonly file: string;
  readonly entries: readonly Expectation[];
}

/**
 * How an outcome met its expectation.
 *
 * - `expected`: as the entry says; no news.
 * - `unexpected-pass`: the entry says that it fails. It has to go.
 * - `changed`: `advice`, where the entry says `fail`. It has to be changed.
 * - `regression`: it fails otherwise than the entry says.
 * - `unclear`: `error`, `inconclusive` or `unsupported`, which say nothing of the entry.
 * - `skipped`: it was not run, as the entry asks.
 * - `expired`, `other-version`: the entry does not hold any more, or not for this server.
 */
export type Met =
  | 'expected'
  | 'unexpected-pass'
  | 'changed'
  | 'regression'
  | 'unclear'
  | 'skipped'
  | 'expired'
  | 'other-version';

/** A line to be edited: what it is, and what it has to become; without that it has to go. */
export interface LineEdit extends FileLine {
  readonly becomes?: string;
}

/** An expectation, and how an outcome met it. */
export interface Judgement
  extends Pick<
    Expectation,
    'expect' | 'reason' | 'url' | 'kind' | 'versions' | 'until' | 'file' | 'line'
  > {
  readonly met: Met;
  /** One sentence without its full stop: `expected advice (status), and came to fail (schema)`. */
  readonly told: string;
  /** What to do in the file, where that is sure. */
  readonly edit?: readonly LineEdit[];
}
