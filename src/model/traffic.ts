import type { Exchange } from './exchange.ts';
import type { RunResult } from './run-result.ts';
import type { ViolationKind } from './violation.ts';

/** Whose fault a finding is. */
export type TrafficSide = 'homeserver' | 'client';

/** One root cause: all that is wrong in the same way, at the same place, of the same answers. */
export interface TrafficFinding {
  /**
   * Readable, and the same in every run: the operation, the status, what is broken, the place, and
   * the word of the schema: `sync/200/body-matches-its-schema/rooms/join/+/timeline/required`, with
   * a star for the plus. Of a client's fault there is `request` after the status.
   */
  readonly id: string;
  readonly side: TrafficSide;
  readonly operation: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Of a request too: how the homeserver answered it. */
  readonly status: number;
  readonly kind: ViolationKind;
  /** The id of the requirement that every response, or every request, is held to. */
  readonly requirement: string;
  /** Where in the body, the query, …; the same for all that is counted here. */
  readonly place?: string;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** How many exchanges showed it. */
  readonly count: number;
  readonly first: Exchange;
  /** The one with the shortest bodies; the first one where none is shorter. */
  readonly smallest: Exchange;
}

/** What was seen of one operation. */
export interface OperationTraffic {
  readonly operation: string;
  readonly api: string;
  readonly method: string;
  readonly path: string;
  /** One for each status and media type, in their order. */
  readonly answers: readonly {
    readonly status: number;
    /** Empty where the answer names none. */
    readonly mediaType: string;
    readonly isDocumented: boolean;
    readonly count: number;
    /** How many of them were held against the document. */
    readonly judged: number;
    readonly first: Exchange;
  }[];
  /** Answers of ever new statuses or media types, which are not listed. */
  readonly others?: number;
}

/** Requests for what no loaded document has. */
export interface UnknownTraffic {
  readonly method: string;
  /** With `*` in place of what looks like an id. */
  readonly path: string;
  readonly count: number;
  /** How many of them the homeserver failed at, with a 5xx. */
  readonly failed: number;
}

/** Failures that no document speaks of, held to what is true of every answer. */
export interface UndocumentedFailures {
  /** `undocumented`, `HEAD` or `OPTIONS`, as findings name them. */
  readonly operation: string;
  readonly status: number;
  readonly count: number;
}

/** What recorded or passing traffic came to, as plain data. */
export interface TrafficResult {
  readonly checker: { readonly name: string; readonly version: string };
  /** The target of a proxy, or the files that were read. */
  readonly source: string;
  /** What the homeserver calls itself, where an answer says so; else `unknown`. */
  readonly software: string;
  readonly specification: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly exchanges: number;
  /** How many answers were held against a document. */
  readonly judged: number;
  /** Why the others were not, or not wholly: the reason, and how many. */
  readonly notJudged: Readonly<Record<string, number>>;
  /**
   * How many of the others were held against it as far as their status and headers go, as nobody has
   * their bodies. None where there are none.
   */
  readonly judgedInPart?: number;
  /** The homeserver's faults first, then by how often. */
  readonly findings: readonly TrafficFinding[];
  /** Standard errors that the document does not name, and errata that were applied: no fault. */
  readonly information: readonly TrafficFinding[];
  readonly coverage: readonly OperationTraffic[];
  readonly unknown: readonly UnknownTraffic[];
  readonly undocumented: readonly UndocumentedFailures[];
  /** Operations by their ids. */
  readonly neverExercised: readonly string[];
  readonly neverSucceeded: readonly string[];
  readonly problems: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/** Traffic by what it is held to: how strict, and what is known. Its `exitCode` is the run's. */
export interface ConcludedTraffic {
  readonly traffic: TrafficResult;
  /** The same as every report of a run takes it: an outcome a finding, one a sound operation. */
  readonly run: RunResult;
}
