import { Readable } from 'node:stream';
import { Agent } from 'undici';
import { baseUrl } from './base-url.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { type RawResponse, receive } from './receive.ts';
import { transportFailure } from './transport-failure.ts';

/** No answer of a homeserver is read beyond this, in bytes. */
export const largestBody = 16 * 1024 * 1024;

/** What can be sent to a homeserver. */
export interface Wire {
  readonly url: string;
  /** @throws TransportError where no whole answer came. */
  send(request: PreparedRequest, signal: AbortSignal): Promise<RawResponse>;
  /** The same homeserver, over connections of its own. */
  apart(): Wire;
  close(): Promise<void>;
}

/** The homeserver under test, as far as a socket knows it. Follows no redirect. */
export class Target implements Wire {
  /** `http://localhost:8008`, or with a path where the homeserver lives below one. */
  readonly url: string;
  readonly #origin: string;
  readonly #prefix: string;
  readonly #agent: Agent;

  /**
   * @param url `http:` or `https:`, without user name and password, which no homeserver asks for.
   * @throws TypeError for anything else.
   */
  constructor(url: string) {
    const parsed = new URL(url);
    if (!['http:', 'https:'].includes(parsed.protocol)) {
      throw new TypeError(`${parsed.protocol} is not a protocol that homeservers speak`);
    }
    if (parsed.username !== '' || parsed.password !== '') {
      throw new TypeError('the URL of a homeserver may not hold a user name or a password');
    }
    this.#origin = parsed.origin;
    this.#prefix = parsed.pathname.replace(/\/+$/, '');
    this.url = baseUrl(url);
    // Time is bounded by the caller's signal alone, so that one message says which bound it was.
    this.#agent = new Agent({ connections: 64, headersTimeout: 0, bodyTimeout: 0 });
  }

  /**
   * Sends the request as it stands and reads the whole answer.
   * @throws TransportError where no whole answer came.
   */
  async send(request: PreparedRequest, signal: AbortSignal): Promise<RawResponse> {
    try {
      const sent = {
        origin: this.#origin,
        path: this.#prefix + request.path,
        method: request.method,
        // Without this header any encoding would be as good as none (RFC 9110, section 12.5.3).
        headers: { 'accept-encoding': 'identity', ...headersOf(request), ...emptyBody(request) },
        body: bodyOf(request),
      };
      return await receive(this.#agent, sent, largestBody, signal);
    } catch (error) {
      throw transportFailure(error);
    }
  }

  /** The same homeserver, over connections of its own. */
  apart(): Wire {
    return new Target(this.url);
  }

  /** Ends every connection at once. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

function isChunked({ headers, body }: PreparedRequest): boolean {
  return headers['transfer-encoding'] === 'chunked' && body !== undefined;
}

/** The encoding of a transfer is the socket's own matter. */
function headersOf(request: PreparedRequest): Readonly<Record<string, string>> {
  const { 'transfer-encoding': _, ...headers } = request.headers;
  return headers;
}

/** What comes piece by piece has no known length, and is sent in chunks. */
function bodyOf(request: PreparedRequest) {
  return isChunked(request) ? Readable.from(pieces(request.body)) : (request.body ?? null);
}

async function* pieces(body: Uint8Array = new Uint8Array()) {
  const middle = Math.ceil(body.length / 2);
  yield body.subarray(0, middle);
  yield body.subarray(middle);
}

/** Servers may wait for the body of a PUT or POST that does not say that it has none. */
function emptyBody(request: PreparedRequest): Record<string, string> {
  const mayHaveBody = request.method === 'PUT' || request.method === 'POST';
  return mayHaveBody && request.body === undefined ? { 'content-length': '0' } : {};
}
