import type { Outcome } from './outcome.ts';
import type { Regraded } from './regraded.ts';
import type { Verdict } from './verdict.ts';

/** What preflight found out about the homeserver under test. */
export interface ServerFacts {
  /** `Synapse 1.160.0` or `unknown`: what it calls itself. */
  readonly software: string;
  /** `GET /versions`. */
  readonly versions: readonly string[];
  readonly roomVersions: readonly string[];
  readonly defaultRoomVersion: string;
  /** Where the users come from: `open registration`. */
  readonly accounts: string;
  /** How many users could be had, none where there is no bound; whether one more login could. */
  readonly users?: { readonly limit?: number; readonly canLogInAgain: boolean };
  /** The room version that the scenarios ask for, where they ask for none of their own. */
  readonly roomVersion: string;
}

/** How well the checker that made this result bites, measured by its self-test. */
export interface Proof {
  readonly checker: string;
  /** Mutants killed, of all. */
  readonly mutants: { readonly killed: number; readonly total: number };
  /** Scenarios that passed on homeservers which do nothing, of all that were run there. */
  readonly nulls: { readonly passed: number; readonly total: number };
}

/** What was asked for. */
export interface PlanFacts {
  readonly target: string;
  /** Only where it is the reference homeserver that the run started for itself. */
  readonly embedded?: true;
  readonly specification: string;
  readonly operations: number;
  readonly strict: boolean;
  readonly concurrency: number;
  readonly timeoutSeconds: number;
  /** How long the whole run might wait for rate limits; ten minutes where it does not say. */
  readonly rateLimitWaitSeconds?: number;
  /** Only where what might do harm was run. */
  readonly unsafe?: true;
  /** Only where the token of an administrator was given. */
  readonly administrator?: true;
  /** The localpart prefix of the application service whose token was given, if one was. */
  readonly servicePrefix?: string;
  readonly shard?: string;
  readonly only?: string;
  /** The file of what is expected to fail, as its user named it. */
  readonly expectations?: string;
}

/** An operation that the specification has, whether or not it was called. */
export interface SpecifiedOperation {
  readonly operationId: string;
  /** Upper case. */
  readonly method: string;
  /** The path template: `/_matrix/client/v3/rooms/{roomId}/…`. */
  readonly path: string;
  /** The statuses that its document has: `200`, `4XX` or `default`. */
  readonly statuses: readonly string[];
}

/** A whole run, as plain data: what every report is made of. */
export interface RunResult {
  readonly checker: { readonly name: string; readonly version: string };
  readonly startedAt: string;
  readonly durationMs: number;
  readonly plan: PlanFacts;
  readonly server: ServerFacts;
  /** None where no self-test of this very version is known. */
  readonly proof?: Proof;
  /** What an outcome is of, where it is no scenario: `check`. */
  readonly noun?: string;
  readonly outcomes: readonly Outcome[];
  /** Every operation of the specification; none where it could not be loaded. */
  readonly specified?: readonly SpecifiedOperation[];
  /**
   * How often each operation answered with each status, by ids and statuses, where the exchanges are
   * only examples of them.
   */
  readonly answered?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly exchanges: number;
  readonly rateLimit: { readonly waits: number; readonly waitedMs: number };
  /** Why nothing, or not everything, was run: one sentence each. */
  readonly problems: readonly string[];
  readonly interrupted: boolean;
  readonly exitCode: 0 | 1 | 2;
  /** Only where it is a recorded run that was graded again; all times are those of the recording. */
  readonly regraded?: Regraded;
}
