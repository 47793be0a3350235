import { answerFraming } from './answer-framing.ts';
import type { Conversation } from './conversation.ts';
import type { Framing } from './framing.ts';
import type { MessageSink } from './message-reader.ts';
import { readHead } from './read-head.ts';

const statusLine = /^HTTP\/1\.[01] (\d{3})(?: .*)?$/;

/** Looks at the answers of a homeserver, which have been passed on already. */
export class AnswerSide implements MessageSink {
  readonly #conversation: Conversation;
  readonly #onTrouble: (sentence: string) => void;
  readonly #onTunnel: () => void;
  #isInterim = false;

  /** @param onTunnel told when both sides have left HTTP, for a WebSocket or the like */
  constructor(
    conversation: Conversation,
    onTrouble: (sentence: string) => void,
    onTunnel: () => void,
  ) {
    this.#conversation = conversation;
    this.#onTrouble = onTrouble;
    this.#onTunnel = onTunnel;
  }

  head(text: string): Framing {
    const exchange = this.#conversation.answering;
    if (exchange === undefined) {
      // Such as the 408 of a server that nobody asked for anything. What is asked now has no answer
      // that anybody could find: it is not waited for.
      this.#conversation.lose();
      return 'no-message';
    }
    const { first, headers } = readHead(text);
    const status = Number(statusLine.exec(first)?.[1] ?? 0);
    if (status < 100) throw new SyntaxError('its first line is none of HTTP/1.1');
    this.#isInterim = status < 200 && status !== 101;
    const framing = answerFraming(exchange.method, status, headers);
    if (!this.#isInterim) exchange.answer(status, headers);
    if (status === 101) {
      this.#onTunnel();
      this.#conversation.asked();
      this.#conversation.answered();
    }
    return framing;
  }

  data(part: Buffer): void {
    this.#conversation.answering?.answerBody?.add(part);
  }

  end(): void {
    if (!this.#isInterim) this.#conversation.answered();
  }

  rest(): void {}

  lost(why: string): void {
    if (this.#conversation.answering !== undefined) {
      this.#onTrouble(
        `An answer of the homeserver is not judged, nor is what follows it on its connection: ${why}. It was passed on as it came.`,
      );
    }
    this.#conversation.lose();
  }
}
