import type { Answer } from '../../client/answer.ts';
import { cleanRequest } from '../../client/clean-request.ts';
import type { Conversation, Recorded } from '../../client/converse.ts';
import type { PreparedRequest } from '../../client/prepared-request.ts';
import { readJson } from '../../client/read-json.ts';
import type { Redactor } from '../../client/redactor.ts';
import { TransportError } from '../../client/transport-error.ts';
import type { Exchange, ExchangeResponse } from '../../model/exchange.ts';
import type { Doubts } from './doubts.ts';
import { isSameRequest } from './is-same-request.ts';
import type { Refill } from './refill.ts';

/** What recorded exchanges answer with. */
export interface Tale {
  readonly target: string;
  readonly redactor: Redactor;
  readonly refill: Refill;
  readonly doubts: Doubts;
}

/**
 * Answers each request with what was answered when the same was asked in the recorded run. Each
 * exchange is given once. A request that was not recorded, or not in this place, ends the story: an
 * answer to something else says nothing.
 */
export class RecordedExchanges implements Recorded {
  readonly #exchanges: readonly Exchange[];
  /** Their indices in the order of asking: of requests that are alike, each has its own answer. */
  readonly #asked: readonly number[];
  readonly #tale: Tale;
  readonly #taken = new Set<number>();
  /** Asked for and not yet answered. */
  #waiting: { readonly index: number; readonly answer: () => void }[] = [];
  /** The latest that was answered. */
  #last = -1;

  /** @param order for each exchange its place in the order of asking; else that in which they stand. */
  constructor(exchanges: readonly Exchange[], tale: Tale, order?: readonly number[]) {
    this.#exchanges = exchanges;
    const place = (index: number) => order?.[index] ?? index;
    this.#asked = [...exchanges.keys()].sort((one, other) => place(one) - place(other));
    this.#tale = tale;
  }

  async converse(request: PreparedRequest): Promise<Conversation> {
    const { doubts, redactor, refill, target } = this.#tale;
    const isSame = isSameRequest(target, cleanRequest(redactor, request));
    const index =
      this.#asked.find((at) => {
        const one = this.#exchanges[at];
        return one !== undefined && !this.#taken.has(at) && isSame(one);
      }) ?? -1;
    const exchange = this.#exchanges[index];
    const what = this.#wordsOf(request);
    if (exchange === undefined) {
      return doubts.raise(`it asks now for ${what}, and the recording does not hold that`);
    }
    if (this.#waiting.length === 0 && index < this.#last) {
      return doubts.raise(`it asks now for ${what} later than it was recorded`);
    }
    this.#taken.add(index);
    if (request.body !== undefined) refill.remember(new TextDecoder().decode(request.body));
    await this.#turn(index);
    return this.#conversation(exchange, what);
  }

  /** Why the story is another one, where one was left out: what came then may be its consequence. */
  gap(): string | undefined {
    const left = this.#exchanges.find((_, at) => at < this.#last && !this.#taken.has(at));
    if (left === undefined) return undefined;
    const { method, url } = left.request;
    const path = url.slice(this.#tale.target.length);
    return `it does not ask any more for ${method} ${shortened(path)}, which was recorded`;
  }

  /** Requests at once are answered in the order in which they were answered when recorded. */
  #turn(index: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ index, answer: resolve });
      if (this.#waiting.length === 1) setImmediate(() => this.#answerNext());
    });
  }

  #answerNext(): void {
    this.#waiting.sort((one, other) => one.index - other.index);
    const [next] = this.#waiting;
    if (next === undefined) return;
    this.#waiting = this.#waiting.slice(1);
    this.#last = Math.max(this.#last, next.index);
    next.answer();
    if (this.#waiting.length > 0) setImmediate(() => this.#answerNext());
  }

  #conversation(exchange: Exchange, what: string): Conversation {
    const { response, limited, isCutOff } = exchange;
    const first = limited === undefined ? {} : { limited: this.#answer(limited, what) };
    if (response === undefined) return { exchange, isCutOff: isCutOff === true, ...first };
    return { exchange, answer: this.#answer(response, what), ...first };
  }

  #answer({ status, headers, body: masked, truncated, isBinary }: ExchangeResponse, what: string) {
    const { doubts, refill } = this.#tale;
    if (truncated) doubts.raise(`the answer to ${what} was too long to be recorded whole`);
    const body = refill.fill(masked);
    try {
      const json = readJson(body);
      return { status, headers, body, isUtf8: isBinary !== true, json } satisfies Answer;
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      return doubts.raise(`the recorded answer to ${what} is no answer: ${error.message}`);
    }
  }

  #wordsOf({ method, path, user }: PreparedRequest): string {
    const by = user === undefined ? '' : ` by ${user}`;
    return `${method} ${shortened(this.#tale.redactor.clean(path))}${by}`;
  }
}

/** The path without its query: for a sentence. */
function shortened(path: string): string {
  const [before = ''] = path.split('?');
  return before.length > 150 ? `${before.slice(0, 150)}…` : before;
}
