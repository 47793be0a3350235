import type { Spoken } from '../traffic/spoken.ts';
import { exchangeCost } from './exchange-cost.ts';
import type { Keeping } from './keeping.ts';
import { KeptBody } from './kept-body.ts';

type Headers = Readonly<Record<string, string>>;

/** What the head of a request says. */
export interface RequestHead {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** How long it is, in bytes. */
  readonly length: number;
}

interface PassingAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: KeptBody;
}

/** A request that has begun to pass, and what came of it so far, until it is told or forgotten. */
export class PassingExchange {
  readonly requestBody: KeptBody;
  /** Whether the whole request has passed. */
  isAsked = false;
  /** Whether the whole answer has passed. */
  isAnswered = false;
  readonly #head: RequestHead;
  readonly #keeping: Keeping;
  readonly #startedAt = Date.now();
  readonly #start = performance.now();
  #kept = 0;
  #end: number | undefined;
  #answer: PassingAnswer | undefined;

  constructor(head: RequestHead, keeping: Keeping) {
    this.requestBody = new KeptBody(head.headers, keeping);
    this.#head = head;
    this.#keeping = keeping;
  }

  get method(): string {
    return this.#head.method;
  }

  /** Counts itself among what is kept. @returns whether there was as much left */
  keep(): boolean {
    const bytes = exchangeCost + this.#head.length;
    if (!this.#keeping.keptBytes.take(bytes)) return false;
    this.#kept += bytes;
    return true;
  }

  /** The head of the answer has come. */
  answer(status: number, headers: Headers): void {
    this.answerBody?.forget('was not the last');
    const body = new KeptBody(this.method === 'HEAD' ? {} : headers, this.#keeping);
    this.#answer = { status, headers, body };
  }

  get answerBody(): KeptBody | undefined {
    return this.#answer?.body;
  }

  /** The whole answer has come. */
  answered(): void {
    this.isAnswered = true;
    this.#end = performance.now();
  }

  /** As it stands; the status is 0 where not even the head of an answer has come. It is over then. */
  spoken(): Spoken {
    const { method, url, headers: sent } = this.#head;
    const { status = 0, headers = {}, body } = this.#answer ?? {};
    const answer = body?.read(this.isAnswered) ?? { missing: 'never came' };
    const request = { headers: sent, ...this.requestBody.read(this.isAsked) };
    this.forget();
    return {
      method,
      url,
      request,
      status,
      response: { headers, ...answer },
      startedAt: new Date(this.#startedAt).toISOString(),
      durationMs: (this.#end ?? performance.now()) - this.#start,
    };
  }

  /** Nobody is told of it: what is kept of it is let go. */
  forget(): void {
    this.requestBody.forget('was forgotten');
    this.answerBody?.forget('was forgotten');
    this.#keeping.keptBytes.giveBack(this.#kept);
    this.#kept = 0;
  }
}
