import type { Socket } from 'node:net';
import { AnswerSide } from './answer-side.ts';
import { breakOff } from './break-off.ts';
import { Conversation, type ConversationListener } from './conversation.ts';
import type { Dial } from './dial.ts';
import { MessageReader } from './message-reader.ts';
import { refusal } from './refusal.ts';
import { RequestSide, type RequestWay } from './request-side.ts';

/** What all connections of a proxy have in common. */
export interface PassageWay extends RequestWay, ConversationListener {
  readonly dial: Dial;
  /** Why there is no connection to the homeserver, as a sentence. */
  explain(error: Error): string;
}

/** A client that does not go away after a refusal is not listened to any longer, in ms. */
const patience = 1000;

/**
 * One connection of a client, and the one to the homeserver that belongs to it. Each ends as the
 * other ends, so that neither side can tell the proxy from the other: nothing is kept alive, tried
 * again or timed out on anybody's behalf.
 */
export class Passage {
  readonly #way: PassageWay;
  readonly #client: Socket;
  readonly #conversation: Conversation;
  readonly #requests: MessageReader;
  readonly #answers: MessageReader;
  #target: Socket | undefined;
  #isReady = false;
  #isRefused = false;

  constructor(client: Socket, way: PassageWay) {
    this.#way = way;
    this.#client = client;
    this.#conversation = new Conversation(way);
    const requests = new RequestSide(way, this.#conversation, (what) => this.#write(what));
    this.#requests = new MessageReader(requests);
    const onTunnel = () => this.#requests.stop();
    const onTrouble = (sentence: string) => way.onTrouble(sentence);
    this.#answers = new MessageReader(new AnswerSide(this.#conversation, onTrouble, onTunnel));
    client.on('data', (bytes) => this.#fromClient(bytes));
    client.on('end', () => this.#clientEnded());
    client.on('drain', () => this.#target?.resume());
    // It is closed thereafter.
    client.on('error', () => {});
    client.on('close', () => this.#clientClosed());
  }

  /** Ends both connections at once. */
  destroy(): void {
    // They close only after their server has: whoever waits for that is told before.
    this.#conversation.end();
    this.#client.destroy();
    this.#target?.destroy();
  }

  #fromClient(bytes: Buffer): void {
    if (this.#isRefused) return;
    this.#requests.read(bytes);
    const target = this.#target;
    while (target !== undefined && target.writableCorked > 0) target.uncork();
    if (target?.writableNeedDrain) this.#client.pause();
  }

  #write(what: Buffer | string): void {
    const target = this.#target ?? this.#dial();
    // A head and the body that came with it leave together.
    if (typeof what === 'string' && target.writableCorked === 0) target.cork();
    target.write(what, 'latin1');
  }

  #dial(): Socket {
    const target = this.#way.dial();
    this.#target = target;
    target.once(this.#way.dial.ready, () => {
      this.#isReady = true;
    });
    target.on('data', (bytes) => {
      const goesOn = this.#client.write(bytes);
      this.#answers.read(bytes);
      if (!goesOn) target.pause();
    });
    target.on('end', () => {
      this.#answers.end();
      this.#client.end();
    });
    target.on('drain', () => this.#client.resume());
    target.on('error', (error) => {
      if (this.#isReady) breakOff(this.#client, 'what was written');
      else this.#refuse(error);
    });
    target.on('close', () => this.#targetClosed());
    return target;
  }

  #clientEnded(): void {
    this.#requests.end();
    if (this.#target === undefined) this.#client.end();
    else this.#target.end();
  }

  /** There is no homeserver: that is the proxy's to say, and nothing to judge. */
  #refuse(error: Error): void {
    const sentence = this.#way.explain(error);
    const method = this.#conversation.answering?.method ?? '';
    this.#isRefused = true;
    this.#conversation.lose('the homeserver could not be reached');
    this.#way.onTrouble(sentence);
    // What the client still sends is taken, or it might never read the answer.
    this.#client.resume();
    this.#client.end(refusal(method, sentence));
    const timer = setTimeout(() => this.#client.destroy(), patience).unref();
    this.#client.once('close', () => clearTimeout(timer));
  }

  #targetClosed(): void {
    this.#conversation.end();
    if (!this.#isRefused && !this.#client.writableEnded) breakOff(this.#client, 'what was written');
  }

  #clientClosed(): void {
    this.#conversation.end();
    const target = this.#target;
    const isOver = target?.writableEnded && target.readableEnded;
    if (target !== undefined && !isOver) breakOff(target);
  }
}
