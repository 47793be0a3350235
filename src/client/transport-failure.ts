import { TransportError } from './transport-error.ts';

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

/** The connection stood, and what came over it was no whole answer. */
const cutOff = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'];

/** What was thrown on the way to an answer, as one sentence. */
export function transportFailure(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  const { message, isCutOff } = whatWentWrong(error);
  return new TransportError(message, { cause: error, isCutOff });
}

function whatWentWrong(error: unknown): { message: string; isCutOff: boolean } {
  if (!(error instanceof Error)) return { message: String(error), isCutOff: false };
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return { message: 'no answer in time', isCutOff: false };
  }
  for (const code of codesOf(error)) {
    const sentence = sentences[code];
    if (sentence !== undefined) return { message: sentence, isCutOff: cutOff.includes(code) };
    // undici asserts what its parser let through, such as a status of 0.
    if (code.startsWith('HPE_') || code === 'ERR_ASSERTION') return notHttp;
  }
  if (error.name === 'HTTPParserError') return notHttp;
  const message = error.message.replace(/\s+/g, ' ').slice(0, 200);
  return { message: message === '' ? error.name : message, isCutOff: false };
}

const notHttp = { message: 'the answer is not HTTP/1.1', isCutOff: true };

/** `localhost` may fail once for each of its addresses, all in one error. */
function codesOf(error: Error): string[] {
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...inner].flatMap((one: unknown) =>
    one instanceof Error && 'code' in one && typeof one.code === 'string' ? [one.code] : [],
  );
}
