/** A bound in time that stands still while the homeserver makes the checker wait for its limits. */
export class Deadline {
  /** Aborted when the time is up or the run is interrupted. */
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #parent: AbortSignal | undefined;
  readonly #totalMs: number;
  #leftMs: number;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param ms how long, without the pauses. @param parent ends it early: Ctrl-C. */
  constructor(ms: number, parent?: AbortSignal) {
    this.#totalMs = ms;
    this.#leftMs = ms;
    this.#parent = parent;
    this.signal =
      parent === undefined
        ? this.#controller.signal
        : AbortSignal.any([parent, this.#controller.signal]);
    this.resume();
  }

  get isOver(): boolean {
    return this.#controller.signal.aborted;
  }

  /** One sentence for a report. */
  get reason(): string {
    return this.#parent?.aborted === true
      ? 'the run was interrupted'
      : `it took longer than ${this.#totalMs / 1000} s`;
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#leftMs -= performance.now() - this.#startedAt;
  }

  resume(): void {
    this.#startedAt = performance.now();
    this.#timer = setTimeout(() => this.#controller.abort(), Math.max(this.#leftMs, 0));
  }

  /** To be called when what it bounds has ended. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
