import type { Spoken } from '../traffic/spoken.ts';
import { KeptBody } from './kept-body.ts';

type Headers = Readonly<Record<string, string>>;

interface PassingAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: KeptBody;
}

/** A request that has begun to pass, and what came of it so far. */
export class PassingExchange {
  readonly method: string;
  readonly requestBody: KeptBody;
  /** Whether the whole request has passed. */
  isAsked = false;
  /** Whether the whole answer has passed. */
  isAnswered = false;
  readonly #url: string;
  readonly #headers: Headers;
  readonly #largestKept: number;
  readonly #startedAt = Date.now();
  readonly #start = performance.now();
  #end: number | undefined;
  #answer: PassingAnswer | undefined;

  constructor(method: string, url: string, headers: Headers, largestKept: number) {
    this.method = method;
    this.requestBody = new KeptBody(headers, largestKept);
    this.#url = url;
    this.#headers = headers;
    this.#largestKept = largestKept;
  }

  /** The head of the answer has come. */
  answer(status: number, headers: Headers): void {
    const body = new KeptBody(this.method === 'HEAD' ? {} : headers, this.#largestKept);
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

  /** As it stands; the status is 0 where not even the head of an answer has come. */
  spoken(): Spoken {
    const { status = 0, headers = {}, body } = this.#answer ?? {};
    const answer = body?.read(this.isAnswered) ?? { missing: 'never came' };
    return {
      method: this.method,
      url: this.#url,
      request: { headers: this.#headers, ...this.requestBody.read(this.isAsked) },
      status,
      response: { headers, ...answer },
      startedAt: new Date(this.#startedAt).toISOString(),
      durationMs: (this.#end ?? performance.now()) - this.#start,
    };
  }
}
