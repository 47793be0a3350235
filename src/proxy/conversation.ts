import type { Spoken } from '../traffic/spoken.ts';
import type { PassingExchange } from './passing-exchange.ts';

/** The exchanges of one connection: its answers come in the order of its requests. */
export class Conversation {
  readonly #onExchange: (spoken: Spoken) => void;
  #unanswered: PassingExchange[] = [];
  #asking: PassingExchange | undefined;
  #isLost = false;

  constructor(onExchange: (spoken: Spoken) => void) {
    this.#onExchange = onExchange;
  }

  /** The request that passes now, if any does. */
  get asking(): PassingExchange | undefined {
    return this.#asking;
  }

  /** The request that the next answer belongs to. */
  get answering(): PassingExchange | undefined {
    return this.#unanswered[0];
  }

  /** A request begins. */
  begin(exchange: PassingExchange): void {
    if (this.#isLost) return;
    this.#asking = exchange;
    this.#unanswered.push(exchange);
  }

  /** The request is whole. Its answer may have come already. */
  asked(): void {
    const exchange = this.#asking;
    this.#asking = undefined;
    if (exchange === undefined) return;
    exchange.isAsked = true;
    if (exchange.isAnswered) this.#onExchange(exchange.spoken());
  }

  /** The answer is whole. */
  answered(): void {
    const exchange = this.#unanswered.shift();
    exchange?.answered();
    if (exchange?.isAsked) this.#onExchange(exchange.spoken());
  }

  /** Nobody can say any more which answer belongs to which request: nothing of it is told. */
  lose(): void {
    this.#isLost = true;
    this.#asking = undefined;
    this.#unanswered = [];
  }

  /** Nothing comes any more: what has begun is told as far as it came. */
  end(): void {
    const begun = new Set(this.#unanswered);
    if (this.#asking !== undefined) begun.add(this.#asking);
    this.lose();
    for (const exchange of begun) this.#onExchange(exchange.spoken());
  }
}
