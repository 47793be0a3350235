/** How long a whole run waits for rate limits, where it is not told otherwise, in ms. */
export const usualWaitBudgetMs = 10 * 60_000;

/** Why a request that was waited for is not sent again. `what` begins the sentence. */
export function stillLimited(what: string, budgetMs: number): string {
  const most = `one request waits ${longestWaitMs / 1000} s at the most, a run ${budgetMs / 1000} s`;
  return `${what}: the homeserver still limits its rate, and ${most}; lift its limits, or give --rate-limit-wait more SECONDS`;
}

/** Never longer than this for one request, however often the homeserver says no, in ms. */
export const longestWaitMs = 5 * 60_000;

/** And never more often: a homeserver whose word were good would have answered by then. */
export const mostWaits = 8;

/**
 * How long a 429 asks to wait, in ms: `Retry-After` (seconds or an HTTP date), else the body's
 * deprecated `retry_after_ms`, else one second, doubled with every attempt. However little is
 * asked for, each attempt waits longer than the one before.
 * Client-Server API, "Rate limiting".
 */
export function rateLimitWaitMs(
  headers: Readonly<Record<string, string>>,
  json: unknown,
  attempt: number,
  now: number,
): number {
  // Others ask as well: who comes back in time may be too late again, and waits longer.
  const least = 50 * 2 ** Math.min(attempt, mostWaits);
  const header = headers['retry-after']?.trim();
  if (header !== undefined && header !== '') {
    const seconds = Number(header);
    const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
    if (Number.isFinite(ms) && ms >= 0) return Math.max(ms, least);
  }
  if (typeof json === 'object' && json !== null && 'retry_after_ms' in json) {
    const ms = json.retry_after_ms;
    if (typeof ms === 'number' && Number.isFinite(ms) && ms >= 0) return Math.max(ms, least);
  }
  return 1000 * 2 ** Math.min(attempt, 6);
}
