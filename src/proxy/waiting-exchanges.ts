import type { Spoken, SpokenMessage } from '../traffic/spoken.ts';
import { exchangeCost } from './exchange-cost.ts';

/** How much may wait for the judge. */
export interface WaitingBounds {
  readonly exchanges: number;
  readonly bytes: number;
}

const usual: WaitingBounds = { exchanges: 4096, bytes: 64 * 1024 * 1024 };

/** What a batch holds at most: small enough that the judge is soon done with one. */
const batch: WaitingBounds = { exchanges: 128, bytes: 4 * 1024 * 1024 };

/** Exchanges that wait to be judged, in their order; of what is too much none is kept. */
export class WaitingExchanges {
  readonly #most: WaitingBounds;
  #list: Spoken[] = [];
  #from = 0;
  #bytes = 0;

  constructor(most: WaitingBounds = usual) {
    this.#most = most;
  }

  get size(): number {
    return this.#list.length - this.#from;
  }

  /** Whether there was room for it. */
  add(spoken: Spoken): boolean {
    const bytes = this.#bytes + bytesOf(spoken);
    if (this.size >= this.#most.exchanges || bytes > this.#most.bytes) return false;
    this.#list.push(spoken);
    this.#bytes = bytes;
    return true;
  }

  /** Takes the first ones out: at least one, where there is one. */
  take(): readonly Spoken[] {
    const taken: Spoken[] = [];
    let bytes = 0;
    while (taken.length < batch.exchanges) {
      const next = this.#list[this.#from];
      if (next === undefined) break;
      const size = bytesOf(next);
      bytes += size;
      if (taken.length > 0 && bytes > batch.bytes) break;
      taken.push(next);
      this.#from += 1;
      this.#bytes -= size;
    }
    if (this.#from > 1024 || this.size === 0) {
      this.#list = this.#list.slice(this.#from);
      this.#from = 0;
    }
    return taken;
  }

  /** Forgets all, and says how many that were. */
  drop(): number {
    const { size } = this;
    this.#list = [];
    this.#from = 0;
    this.#bytes = 0;
    return size;
  }
}

function bytesOf({ url, request, response }: Spoken): number {
  return exchangeCost + url.length + bytesOfMessage(request) + bytesOfMessage(response);
}

function bytesOfMessage({ headers, body }: SpokenMessage): number {
  let bytes = body?.length ?? 0;
  for (const name in headers) bytes += headers[name]?.length ?? 0;
  return bytes;
}
