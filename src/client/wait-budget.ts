/**
 * How long a whole run may wait for rate limits. Waits that overlap count once: what is bounded is
 * the time that a person, or a CI, is kept waiting.
 */
export class WaitBudget {
  readonly totalMs: number;
  #leftMs: number;
  /** Until when somebody waits already. */
  #waitedUntil = 0;

  constructor(totalMs: number) {
    this.totalMs = totalMs;
    this.#leftMs = totalMs;
  }

  /** Whether a wait of `ms`, beginning at `now`, is within the budget; it is then counted. */
  take(ms: number, now: number = Date.now()): boolean {
    const end = now + ms;
    const added = Math.max(0, end - Math.max(now, this.#waitedUntil));
    if (added > this.#leftMs) return false;
    this.#leftMs -= added;
    this.#waitedUntil = Math.max(this.#waitedUntil, end);
    return true;
  }
}
