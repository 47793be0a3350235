import type { Dispatcher } from 'undici';
import { TransportError } from './transport-error.ts';

/** A response as it came over the wire. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Sends a request and takes its whole answer. A stream for each body would cost more than all the
 * rest of a small exchange.
 *
 * @param largest of a body, in bytes: the connection is closed where it goes on
 * @throws whatever undici says went wrong, the reason of the signal, or a TransportError
 */
export function receive(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  largest: number,
  signal: AbortSignal,
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    dispatcher.dispatch(request, new Reception(largest, signal, resolve, reject));
  });
}

class Reception implements Dispatcher.DispatchHandler {
  readonly #largest: number;
  readonly #signal: AbortSignal;
  readonly #resolve: (response: RawResponse) => void;
  readonly #reject: (error: unknown) => void;
  readonly #chunks: Uint8Array[] = [];
  readonly #onAbort = () => this.#fail(this.#signal.reason);
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: Readonly<Record<string, string | string[] | undefined>> = {};
  #size = 0;

  constructor(
    largest: number,
    signal: AbortSignal,
    resolve: (response: RawResponse) => void,
    reject: (error: unknown) => void,
  ) {
    this.#largest = largest;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal.addEventListener('abort', this.#onAbort);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Nobody may have waited until there was a connection.
    if (this.#signal.aborted) controller.abort(this.#signal.reason);
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // What comes before the answer is none.
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#size += chunk.length;
    if (this.#size <= this.#largest) this.#chunks.push(chunk);
    else {
      const most = this.#largest / 1024 / 1024;
      this.#fail(new TransportError(`the answer is larger than ${most} MiB`));
    }
  }

  onResponseEnd(): void {
    this.#leave();
    const [first] = this.#chunks;
    const isOne = first !== undefined && this.#chunks.length === 1;
    const body = isOne ? first : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, headers: joined(this.#headers), body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#leave();
    this.#reject(error);
  }

  #fail(reason: unknown): void {
    this.#leave();
    this.#reject(reason);
    this.#controller?.abort(reason instanceof Error ? reason : new Error(String(reason)));
  }

  #leave(): void {
    this.#signal.removeEventListener('abort', this.#onAbort);
  }
}

function joined(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) all[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return all;
}
