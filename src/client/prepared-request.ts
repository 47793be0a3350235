import type { Operation } from '../model/operation.ts';

/** A request that is ready to go out, byte for byte. */
export interface PreparedRequest {
  readonly method: string;
  /** Path and query below the target's own path, already percent-encoded; sent as it stands. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** None for a request that no document describes. */
  readonly operation?: Operation;
  /** Whether a 429 is the answer, and is not waited out. */
  readonly takesLimit?: boolean;
  /** Who asks: `alice`. */
  readonly user?: string;
  /** The access token of who asks, whether or not the headers still hold it. */
  readonly token?: string;
}
