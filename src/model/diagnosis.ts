/** Lines to write into a configuration, or a flag to start with. */
export interface Recipe {
  /** When it is the one to take: `Anybody may register`. */
  readonly title: string;
  /** Where the lines go: `homeserver.yaml of Synapse`. */
  readonly where: string;
  /** Word for word. */
  readonly lines: readonly string[];
  /** What else is needed, in one sentence. */
  readonly also?: string;
}

/** What was asked of a homeserver, and what it said; without secrets, not to be trusted. */
export interface Answered {
  /** `GET /_matrix/client/versions`. */
  readonly request: string;
  /** `403 M_FORBIDDEN`, or why there is no answer. */
  readonly answer: string;
  /** The beginning of the body; empty where there is none. */
  readonly body: string;
}

/**
 * One thing that was looked at.
 *
 * - `good`: it is as a run needs it.
 * - `note`: a run can begin, and will be the poorer, or the slower, for it.
 * - `bad`: a run cannot begin, or what it comes to cannot be told: it ends with 2.
 */
export interface Finding {
  /** What was looked at: `users by open registration`. */
  readonly check: string;
  readonly state: 'good' | 'note' | 'bad';
  /** One sentence or two. */
  readonly said: string;
  readonly answered?: Answered;
  /** What to change; where there is more than one, any one of them will do. */
  readonly recipes?: readonly Recipe[];
}

/** Whether a run against a homeserver can begin, and what is in its way. */
export interface Diagnosis {
  readonly target: string;
  /** What it calls itself, or `unknown`. */
  readonly software: string;
  readonly findings: readonly Finding[];
  /** Whether a run could end with 0: nothing is bad. */
  readonly isReady: boolean;
  /** Whether a run could begin: what is bad concerns some scenarios alone. */
  readonly canBegin: boolean;
}
