import { Agent } from 'undici';
import type { PreparedRequest } from './prepared-request.ts';
import { readBounded } from './read-bounded.ts';
import { TransportError } from './transport-error.ts';

/** A response as it came over the wire. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** No answer of a homeserver is read beyond this, in bytes. */
export const largestBody = 16 * 1024 * 1024;

/** The homeserver under test, as far as a socket knows it. Follows no redirect. */
export class Target {
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
    this.url = this.#origin + this.#prefix;
    // Time is bounded by the caller's signal alone, so that one message says which bound it was.
    this.#agent = new Agent({ connections: 64, headersTimeout: 0, bodyTimeout: 0 });
  }

  /**
   * Sends the request as it stands and reads the whole answer.
   * @throws TransportError where no whole answer came.
   */
  async send(request: PreparedRequest, signal: AbortSignal): Promise<RawResponse> {
    try {
      const response = await this.#agent.request({
        origin: this.#origin,
        path: this.#prefix + request.path,
        method: request.method,
        // Without this header any encoding would be as good as none (RFC 9110, section 12.5.3).
        headers: { 'accept-encoding': 'identity', ...request.headers, ...emptyBody(request) },
        body: request.body ?? null,
        signal,
      });
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(response.headers)) {
        if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
      }
      const body = await readBounded(response.body, largestBody, signal);
      return { status: response.statusCode, headers, body };
    } catch (error) {
      throw new TransportError(whatWentWrong(error), { cause: error });
    }
  }

  /** Ends every connection at once. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

/** Servers may wait for the body of a PUT or POST that does not say that it has none. */
function emptyBody(request: PreparedRequest): Record<string, string> {
  const mayHaveBody = request.method === 'PUT' || request.method === 'POST';
  return mayHaveBody && request.body === undefined ? { 'content-length': '0' } : {};
}

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the homeserver closed the connection without a whole answer',
  EPIPE: 'the homeserver closed the connection without a whole answer',
  UND_ERR_SOCKET: 'the homeserver closed the connection without a whole answer',
  ENOTFOUND: 'the host name could not be resolved',
  EAI_AGAIN: 'the host name could not be resolved',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the answer are too large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH:
    'the answer is shorter or longer than its Content-Length says',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is self-signed (NODE_EXTRA_CA_CERTS=FILE makes it known)',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate chain is self-signed (NODE_EXTRA_CA_CERTS=FILE makes it known)',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'nobody known has signed its certificate (NODE_EXTRA_CA_CERTS=FILE makes them known)',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'nobody known has signed its certificate (NODE_EXTRA_CA_CERTS=FILE makes them known)',
  EPROTO: 'it does not speak TLS there (http:// instead of https://?)',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS there (http:// instead of https://?)',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS there (http:// instead of https://?)',
};

const notHttp = 'the answer is not HTTP/1.1';

function whatWentWrong(error: unknown): string {
  if (error instanceof TransportError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time';
  for (const code of codesOf(error)) {
    const sentence = sentences[code];
    if (sentence !== undefined) return sentence;
    // undici asserts what its parser let through, such as a status of 0.
    if (code.startsWith('HPE_') || code === 'ERR_ASSERTION') return notHttp;
  }
  if (error.name === 'HTTPParserError') return notHttp;
  return error.message === '' ? error.name : error.message.replace(/\s+/g, ' ').slice(0, 200);
}

/** `localhost` may fail once for each of its addresses, all in one error. */
function codesOf(error: Error): string[] {
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...inner].flatMap((one: unknown) =>
    one instanceof Error && 'code' in one && typeof one.code === 'string' ? [one.code] : [],
  );
}
