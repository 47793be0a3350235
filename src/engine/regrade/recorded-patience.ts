import type { Wait } from '../../model/recording.ts';
import type { Patience, Waiting } from '../../scenario/patience.ts';
import type { Doubts } from './doubts.ts';

/** Waits as often as was waited when recorded, and no time goes by. */
export class RecordedPatience implements Patience {
  readonly waits: readonly Wait[];
  readonly #doubts: Doubts;
  #begun = 0;

  constructor(waits: readonly Wait[], doubts: Doubts) {
    this.waits = waits;
    this.#doubts = doubts;
  }

  begin(): Waiting {
    const wait = this.waits[this.#begun];
    this.#begun += 1;
    const doubts = this.#doubts;
    let asked = 0;
    return {
      isOver() {
        asked += 1;
        if (wait === undefined) return doubts.raise('it waits now where it did not when recorded');
        if (asked < wait.asked) return false;
        if (wait.isOver) return true;
        return doubts.raise('it waits now for something that the recording does not show');
      },
      pause: async () => {},
    };
  }
}
