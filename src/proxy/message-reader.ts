import { ChunkReader } from './chunk-reader.ts';
import type { Framing } from './framing.ts';

/** Is told what a reader finds in one direction of a connection, in its order. */
export interface MessageSink {
  /**
   * A whole head, one character a byte, without the empty line at its end.
   *
   * @returns how the body is framed; throws SyntaxError for what is no head of a message
   */
  head(text: string): Framing;
  /** A part of a body, without what frames it. */
  data(part: Buffer): void;
  /** The message is whole. */
  end(): void;
  /** All bytes as they came, but those of a head that was understood. */
  rest(bytes: Buffer): void;
  /** From here on all is `rest`, and this is why. */
  lost(why: string): void;
}

/** No head is longer, in bytes: the largest that homeservers take are a quarter of this. */
const longestHead = 64 * 1024;

/** Finds the messages of HTTP/1.1 in one direction of a connection. Never throws, holds no body. */
export class MessageReader {
  readonly #sink: MessageSink;
  readonly #onData: (part: Buffer) => void;
  #framing: Framing | 'head' = 'head';
  #chunks = new ChunkReader();
  /** The beginning of a head. */
  #held: Buffer | undefined;

  constructor(sink: MessageSink) {
    this.#sink = sink;
    this.#onData = (part) => sink.data(part);
  }

  read(bytes: Buffer): void {
    let at = 0;
    try {
      while (at < bytes.length) {
        if (this.#framing === 'head') at = this.#readHead(bytes, at);
        else at = this.#readBody(bytes, at, this.#framing);
      }
    } catch (error) {
      const held = this.#held;
      this.#held = undefined;
      this.stop();
      this.#sink.lost(error instanceof Error ? error.message : String(error));
      this.#sink.rest(held ?? bytes.subarray(at));
    }
  }

  /** From here on there are no messages: all that comes is `rest`, and what was begun. */
  stop(): void {
    const held = this.#held;
    this.#held = undefined;
    this.#framing = 'no-message';
    if (held !== undefined) this.#sink.rest(held);
  }

  /** Nothing comes any more. What was begun is `rest`, or whole where the end is its frame. */
  end(): void {
    const isWhole = this.#framing === 'until-end';
    this.stop();
    if (isWhole) this.#sink.end();
  }

  #readHead(bytes: Buffer, from: number): number {
    const before = this.#held;
    // An empty line before a request is no part of it (RFC 9112, section 2.2).
    if (before === undefined && bytes[from] === 13 && bytes[from + 1] === 10) {
      this.#sink.rest(bytes.subarray(from, from + 2));
      return from + 2;
    }
    const all = before === undefined ? bytes : Buffer.concat([before, bytes]);
    const start = before === undefined ? from : 0;
    const end = all.indexOf('\r\n\r\n', Math.max(start, (before?.length ?? 0) - 3), 'latin1');
    if (end < 0) {
      this.#held = start === 0 ? all : all.subarray(start);
      demandHead(this.#held, before?.length ?? 0);
      return bytes.length;
    }
    // Kept until it was understood: what is not understood is passed as it came.
    this.#held = before === undefined ? undefined : all;
    const framing = this.#sink.head(all.toString('latin1', start, end));
    this.#held = undefined;
    this.#begin(framing);
    return end + 4 - (all.length - bytes.length);
  }

  #begin(framing: Framing): void {
    this.#framing = framing;
    if (framing === 'chunked') this.#chunks = new ChunkReader();
    if (framing === 0) this.#finish();
  }

  #finish(): void {
    this.#framing = 'head';
    this.#sink.end();
  }

  #readBody(bytes: Buffer, from: number, framing: Framing): number {
    if (framing === 'chunked') {
      const end = this.#chunks.read(bytes, from, this.#onData);
      this.#sink.rest(bytes.subarray(from, end));
      if (this.#chunks.isDone) this.#finish();
      return end;
    }
    const end = typeof framing === 'number' ? Math.min(bytes.length, from + framing) : bytes.length;
    const part = bytes.subarray(from, end);
    this.#sink.rest(part);
    if (framing !== 'no-message') this.#sink.data(part);
    if (typeof framing === 'number') {
      this.#framing = framing - part.length;
      if (this.#framing === 0) this.#finish();
    }
    return end;
  }
}

/** Also a line that ends in another way, which the last character might only seem to do. */
const oddInHead = /[\0-\x08\x0b\x0c\x0e-\x1f]|\r[^\n]|[^\r]\n/;

/** What cannot become a head is not waited for: the other side has its own answer to it. */
function demandHead(beginning: Buffer, seen: number): void {
  const isLong = beginning.length > longestHead;
  if (isLong) throw new SyntaxError(`its head is longer than ${longestHead} bytes`);
  const isOdd = oddInHead.test(beginning.toString('latin1', Math.max(0, seen - 1)));
  if (isOdd) throw new SyntaxError('its head has a control character in it');
}
