/** A request as it went out, with every secret already replaced. */
export interface ExchangeRequest {
  readonly method: string;
  /** The whole URL, byte for byte as it was asked for (no normalisation). */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; bytes that are not UTF-8 are shown as `\xNN`; cut when `truncated`. */
  readonly body?: string;
  /** Only where the body was cut. */
  readonly truncated?: true;
}

/** A response as it came in, with every secret already replaced. */
export interface ExchangeResponse {
  readonly status: number;
  /** Lower-case names; repeated headers are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; bytes that are not UTF-8 are shown as `\xNN`; cut when `truncated`. */
  readonly body: string;
  readonly truncated: boolean;
  /** Only where the body was no UTF-8. */
  readonly isBinary?: true;
}

/** One request and its response: the evidence. Plain data, safe to print. */
export interface Exchange {
  /** The operation that was called, or none for a raw request. */
  readonly operationId?: string;
  /** Who asked: `alice`, or none for a request without a user. */
  readonly user?: string;
  readonly request: ExchangeRequest;
  /** None where the homeserver gave no answer; `failure` then says why. */
  readonly response?: ExchangeResponse;
  readonly failure?: string;
  /** Only where it took the connection, and then did not speak HTTP to the end of an answer. */
  readonly isCutOff?: true;
  /** The first answer that limited the rate and was waited out. */
  readonly limited?: ExchangeResponse;
  readonly startedAt: string;
  readonly durationMs: number;
  /** How often, and how long, the request waited because the homeserver limited its rate. */
  readonly rateLimitWaits: number;
  readonly rateLimitWaitedMs: number;
  /** A shell command that repeats the request; secrets are shell variables. */
  readonly curl: string;
}
