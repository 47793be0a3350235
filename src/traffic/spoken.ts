/** One side of what went over the wire. */
export interface SpokenMessage {
  /** By lower-case name; repeated headers are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it went over the wire, still encoded; none where it was not kept. */
  readonly body?: Uint8Array;
  /** Why `body` is missing, as what follows "its body": `is larger than 1 MiB`. */
  readonly missing?: string;
}

/** A request and its answer, as somebody else sent them. */
export interface Spoken {
  readonly method: string;
  /** Raw: the path and the query. */
  readonly url: string;
  /** `https://hs.test`, where it is known of each exchange; else it is the result's `source`. */
  readonly origin?: string;
  readonly request: SpokenMessage;
  readonly status: number;
  readonly response: SpokenMessage;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
}
