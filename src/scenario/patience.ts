import { setTimeout as sleep } from 'node:timers/promises';
import type { Deadline } from '../client/deadline.ts';
import type { Wait } from '../model/recording.ts';

/** Waiting for something: asked after each look whether to go on. */
export interface Waiting {
  /** Whether the time for it is over. */
  isOver(): boolean;
  pause(ms: number): Promise<void>;
}

/** How long a scenario waits for what a homeserver may take a moment to show. */
export interface Patience {
  /** Begins to wait. @param part of the scenario's whole time. */
  begin(part: number): Waiting;
}

/** Patience by the scenario's own clock, which remembers how often was asked. */
export class LivePatience implements Patience {
  readonly #deadline: Deadline;
  readonly #waits: { asked: number; isOver: boolean }[] = [];

  constructor(deadline: Deadline) {
    this.#deadline = deadline;
  }

  get waits(): readonly Wait[] {
    return this.#waits.map((wait) => ({ ...wait }));
  }

  begin(part: number): Waiting {
    const share = this.#deadline.share(part);
    const { signal } = this.#deadline;
    const wait = { asked: 1, isOver: false };
    this.#waits.push(wait);
    return {
      isOver() {
        wait.isOver = share.isOver();
        return wait.isOver;
      },
      async pause(ms) {
        wait.asked += 1;
        await sleep(ms, undefined, { signal }).catch(() => {});
      },
    };
  }
}
