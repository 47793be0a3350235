import { MatrixError } from './matrix-error.ts';

/** A limit for the tests of clients: so many requests in a window, then 429 until it ends. */
export interface RateLimit {
  /** Requests that a window lets through. */
  readonly requests: number;
  /** The length of a window in milliseconds. */
  readonly windowMs: number;
  /** The operations that are counted; all of them when left out. */
  readonly operations?: readonly string[];
}

/**
 * Counts requests; the function it returns throws 429 M_LIMIT_EXCEEDED with `retry_after_ms` and
 * `Retry-After` (client-server-api/#rate-limiting).
 */
export function rateLimiter(limit: RateLimit | undefined): (operationId: string) => void {
  if (limit === undefined) return () => {};
  let endsAt = 0;
  let seen = 0;
  return (operationId) => {
    if (limit.operations?.includes(operationId) === false) return;
    const now = Date.now();
    if (now >= endsAt) {
      endsAt = now + limit.windowMs;
      seen = 0;
    }
    seen += 1;
    if (seen <= limit.requests) return;
    const waitMs = endsAt - now;
    throw new MatrixError(
      429,
      'M_LIMIT_EXCEEDED',
      'Too many requests',
      { retry_after_ms: waitMs },
      { 'Retry-After': String(Math.ceil(waitMs / 1000)) },
    );
  };
}
