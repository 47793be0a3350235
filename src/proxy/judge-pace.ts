import { availableParallelism } from 'node:os';

/** A machine with so many has one to spare for the judge. */
const enoughProcessors = 4;
/** Traffic that takes less than this part of its own thread is thin. */
const thin = 0.25;
/** How much longer than it worked the judge rests while traffic is dense. */
const timesLonger = 3;
/** No longer than that, in ms: the traffic may be over meanwhile. */
const longestRest = 1000;

/**
 * How long the judge rests between one batch and the next. It works on a processor that dense
 * traffic may want for the client, the homeserver or itself, and has a low priority too late: who
 * wakes up waits for it all the same.
 */
export class JudgePace {
  readonly #hasRoom: boolean;
  #began = 0;
  #before = performance.eventLoopUtilization();

  /** @param processors how many there are for the client, the homeserver, the proxy and the judge */
  constructor(processors: number = availableParallelism()) {
    this.#hasRoom = processors >= enoughProcessors;
  }

  /** To be called when a batch is given to the judge. */
  begin(): void {
    this.#began = performance.now();
    this.#before = performance.eventLoopUtilization();
  }

  /** How long to wait before the next batch is given to it, in ms. */
  rest(): number {
    const { utilization } = performance.eventLoopUtilization(this.#before);
    if (this.#hasRoom || utilization < thin) return 0;
    return Math.min(longestRest, timesLonger * (performance.now() - this.#began));
  }
}
