import type { Session } from '../accounts/account.ts';
import type { JsonObject } from '../events/json.ts';

/** One request that has passed routing, the token and the body checks. */
export interface Call {
  readonly operationId: string;
  /** The path's parameters, percent-decoded once. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON object of the body; `{}` where the operation takes none. */
  readonly body: JsonObject;
  /** The body as text, for what JSON.parse forgets: how a number was written. */
  readonly text: string;
  /** Who is asking; undefined only on operations without a token. */
  readonly session: Session | undefined;
  /** The user id that is asking; the empty string on operations without a token. */
  readonly sender: string;
  /** The raw Authorization header. */
  readonly authorization: string | undefined;
  /** Aborted when the client goes away. */
  readonly gone: AbortSignal;
}

/** An answer before it is written to the wire. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `200` with this JSON. */
export function ok(body: unknown): Reply {
  return { status: 200, body };
}
