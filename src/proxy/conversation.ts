import type { Spoken } from '../traffic/spoken.ts';
import type { PassingExchange } from './passing-exchange.ts';

/** Is told what became of every exchange that has begun: of each once. */
export interface ConversationListener {
  onExchange(spoken: Spoken): void;
  /** So many are not told, and why. */
  onNotJudged(why: string, count: number): void;
}

/** As many wait for their answers at most. Clients that ask before they are answered ask a few. */
const mostWaiting = 1000;

/** The exchanges of one connection: its answers come in the order of its requests. */
export class Conversation {
  readonly #listener: ConversationListener;
  #unanswered: PassingExchange[] = [];
  #asking: PassingExchange | undefined;
  #isOver = false;
  /** Why nobody can say any more which answer belongs to which request. */
  #lost: string | undefined;

  constructor(listener: ConversationListener) {
    this.#listener = listener;
  }

  /** The request that passes now, if any does. */
  get asking(): PassingExchange | undefined {
    return this.#asking;
  }

  /** The request that the next answer belongs to. */
  get answering(): PassingExchange | undefined {
    return this.#unanswered[0];
  }

  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  /** A request begins. What is too much to wait for its answer loses the conversation. */
  begin(exchange: PassingExchange): void {
    if (this.#lost !== undefined) this.#listener.onNotJudged(this.#lost, 1);
    else if (this.#isOver) this.#listener.onExchange(exchange.spoken());
    else if (this.#hasPlace(exchange)) {
      this.#asking = exchange;
      this.#unanswered.push(exchange);
    } else this.lose('too much was asked at once on its connection', 1);
  }

  /** The request is whole. Its answer may have come already. */
  asked(): void {
    const exchange = this.#asking;
    this.#asking = undefined;
    if (exchange === undefined) return;
    exchange.isAsked = true;
    if (exchange.isAnswered) this.#listener.onExchange(exchange.spoken());
  }

  /** The answer is whole. */
  answered(): void {
    const exchange = this.#unanswered.shift();
    exchange?.answered();
    if (exchange?.isAsked) this.#listener.onExchange(exchange.spoken());
  }

  /**
   * Nobody can say any more which answer belongs to which request: nothing of it is told.
   *
   * @param others how many are lost with it that never began
   */
  lose(why = 'its connection could not be followed', others = 0): void {
    this.#lost ??= why;
    const begun = this.#take();
    for (const exchange of begun) exchange.forget();
    const count = begun.length + others;
    if (count > 0) this.#listener.onNotJudged(this.#lost, count);
  }

  /** Nothing comes any more: what has begun is told as far as it came. */
  end(): void {
    this.#isOver = true;
    for (const exchange of this.#take()) this.#listener.onExchange(exchange.spoken());
  }

  /** What a connection asks first is waited for in any case: it is not more than one head. */
  #hasPlace(exchange: PassingExchange): boolean {
    const waiting = this.#unanswered.length;
    return waiting < mostWaiting && (exchange.keep() || waiting === 0);
  }

  #take(): readonly PassingExchange[] {
    const begun = new Set(this.#unanswered);
    if (this.#asking !== undefined) begun.add(this.#asking);
    this.#unanswered = [];
    this.#asking = undefined;
    return [...begun];
  }
}
