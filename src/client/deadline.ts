import { setMaxListeners } from 'node:events';

/** A bound in time that stands still while the homeserver makes the checker wait for its limits. */
export class Deadline {
  /** Aborted when the time is up or the run is interrupted. */
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #parent: AbortSignal | undefined;
  readonly #totalMs: number;
  #leftMs: number;
  #startedAt = 0;
  /** A scenario may make several requests at once, and each of them may have to wait. */
  #pauses = 0;
  #hasEnded = false;
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
    // Node warns of more than ten, and many requests may be under way at once.
    setMaxListeners(0, this.signal);
    this.#start();
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

  /** A part of the whole time, from now on, by the same clock. */
  share(part: number): { isOver(): boolean } {
    const end = this.#left() - this.#totalMs * part;
    return { isOver: () => this.#left() <= end || this.signal.aborted };
  }

  /** Gives the whole time once more, from now on: for the next of several things alike. */
  renew(): void {
    clearTimeout(this.#timer);
    this.#leftMs = this.#totalMs;
    if (this.#pauses === 0 && !this.#hasEnded && !this.isOver) this.#start();
  }

  /** Stops the clock until `resume` was called as often as this. */
  pause(): void {
    this.#pauses += 1;
    if (this.#pauses > 1) return;
    clearTimeout(this.#timer);
    this.#leftMs -= performance.now() - this.#startedAt;
  }

  resume(): void {
    this.#pauses -= 1;
    if (this.#pauses === 0 && !this.#hasEnded) this.#start();
  }

  /** To be called when what it bounds has ended. */
  end(): void {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
  }

  #start(): void {
    this.#startedAt = performance.now();
    this.#timer = setTimeout(() => this.#controller.abort(), Math.max(this.#leftMs, 0));
  }

  #left(): number {
    const running = this.#pauses > 0 ? 0 : performance.now() - this.#startedAt;
    return this.#leftMs - running;
  }
}
