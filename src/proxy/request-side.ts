import type { Conversation } from './conversation.ts';
import type { Framing } from './framing.ts';
import type { Keeping } from './keeping.ts';
import type { MessageSink } from './message-reader.ts';
import { PassingExchange } from './passing-exchange.ts';
import { readHead } from './read-head.ts';
import { requestFraming } from './request-framing.ts';

/** Where requests go, and what is changed of them. */
export interface RequestWay extends Keeping {
  /** The `Host` that the homeserver is told: its own, as if nothing stood between. */
  readonly host: string;
  /** The path that the homeserver lives below, without a slash at its end. */
  readonly prefix: string;
  onRequest(): void;
  onTrouble(sentence: string): void;
}

const requestLine = /^([\w!#$%&'*+.^`|~-]+) ([^ ]+) HTTP\/1\.[01]$/;
const hostLine = /(\r\nhost:[ \t]*)[^\r]*/gi;

/** Takes the requests of a client, and writes them on, with the host and the path changed. */
export class RequestSide implements MessageSink {
  readonly #way: RequestWay;
  readonly #conversation: Conversation;
  readonly #write: (what: Buffer | string) => void;
  /** Whether a request has begun, and is not whole. */
  #hasBegun = false;

  /** @param write a string is one character a byte */
  constructor(way: RequestWay, conversation: Conversation, write: (what: Buffer | string) => void) {
    this.#way = way;
    this.#conversation = conversation;
    this.#write = write;
  }

  head(text: string): Framing {
    const { first, headers } = readHead(text);
    const [, method, url = ''] = requestLine.exec(first) ?? [];
    if (method === undefined) throw new SyntaxError('its first line is none of HTTP/1.1');
    if (method === 'CONNECT') throw new SyntaxError('it asks for a tunnel');
    const framing = requestFraming(headers);
    const { host, prefix } = this.#way;
    this.#way.onRequest();
    this.#begin(new PassingExchange({ method, url, headers, length: text.length }, this.#way));
    const onward = text.replace(hostLine, (_, start: string) => start + host);
    const space = method.length + 1;
    const isPath = prefix !== '' && url.startsWith('/');
    const moved = isPath ? onward.slice(0, space) + prefix + onward.slice(space) : onward;
    this.#write(`${moved}\r\n\r\n`);
    return framing;
  }

  data(part: Buffer): void {
    this.#conversation.asking?.requestBody.add(part);
  }

  end(): void {
    this.#hasBegun = false;
    this.#conversation.asked();
  }

  rest(bytes: Buffer): void {
    this.#write(bytes);
  }

  lost(why: string): void {
    this.#conversation.lose(undefined, this.#hasBegun ? 0 : 1);
    this.#way.onTrouble(
      `A request is not judged, nor is what follows it on its connection: ${why}. They were passed on as they came.`,
    );
  }

  #begin(exchange: PassingExchange): void {
    const wasLost = this.#conversation.isLost;
    this.#hasBegun = true;
    this.#conversation.begin(exchange);
    if (wasLost || !this.#conversation.isLost) return;
    this.#way.onTrouble(
      'So much was asked on one connection before it was answered that none of it is judged, nor is what follows on it. It was passed on as it came.',
    );
  }
}
