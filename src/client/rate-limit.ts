/** How long a whole run waits for rate limits, where it is not told otherwise, in ms. */
export const usualWaitBudgetMs = 10 * 60_000;

/** Why a request that was waited for is not sent again. `what` begins the sentence. */
export function stillLimited(what: string, budgetMs: number): string {
  const most = `one request waits ${longestWaitMs / 1000} s at the most, a run ${budgetMs / 1000} s`;
  return `${what}: the homeserver still limits its rate, and ${most}; lift its limits, or give --rate-limit-wait more SECONDS`;
}

/** Never longer than this for one request, however often the homeserver says no, in ms. */
export const longestWaitMs = 5 * 60_000;

/**
 * How long a 429 asks to wait, in ms: `Retry-After` (seconds or an HTTP date), else the body's
 * deprecated `retry_after_ms`, else one second, doubled with every attempt.
 * Client-Server API, "Rate limiting".
 */
export function rateLimitWaitMs(
  headers: Readonly<Record<string, string>>,
  json: unknown,
  attempt: number,
  now: number,
): number {
  const header = headers['retry-after']?.trim();
  if (header !== undefined && header !== '') {
    const seconds = Number(header);
    const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
    if (Number.isFinite(ms) && ms >= 0) return Math.max(ms, 50);
  }
  if (typeof json === 'object' && json !== null && 'retry_after_ms' in json) {
    const ms = json.retry_after_ms;
    if (typeof ms === 'number' && Number.isFinite(ms) && ms >= 0) return Math.max(ms, 50);
  }
  return 1000 * 2 ** Math.min(attempt, 6);
}
