import type { SpokenMessage } from '../spoken.ts';
import { harHeaders } from './har-headers.ts';
import { listOf, memberOf, numberOf, textOf } from './member-of.ts';

const notRecorded = 'was not recorded';

/** The request of an entry of a HAR file. */
export function harRequest(request: unknown): SpokenMessage {
  const headers = harHeaders(request);
  const data = memberOf(request, 'postData');
  const text = textOf(data, 'text');
  if (text !== undefined) return withBody(headers, bytesOf(text, textOf(data, 'encoding')));
  // A form as Charles and Firefox have it, an upload, or a body in another file.
  const isThere =
    textOf(data, '_file') !== undefined ||
    listOf(data, 'params').length > 0 ||
    (numberOf(request, 'bodySize') ?? 0) > 0 ||
    Number(headers['content-length'] ?? 0) > 0;
  if (isThere) return { headers, missing: notRecorded };
  return withBody(headers, new Uint8Array());
}

/**
 * The answer of an entry of a HAR file. Its body is there without its encoding (HAR 1.2), whatever
 * its header says.
 */
export function harResponse(response: unknown): SpokenMessage {
  const headers = harHeaders(response);
  const content = memberOf(response, 'content');
  const text = textOf(content, 'text');
  if (text !== undefined) return withBody(headers, bytesOf(text, textOf(content, 'encoding')));
  const [size, bodySize] = [numberOf(content, 'size'), numberOf(response, 'bodySize')];
  const status = numberOf(response, 'status');
  const isEmpty = headers['content-length'] === '0' || (size === 0 && bodySize === 0);
  if (textOf(content, '_file') === undefined && (isEmpty || status === 204)) {
    return withBody(headers, new Uint8Array());
  }
  return { headers, missing: notRecorded };
}

function bytesOf(text: string, encoding: string | undefined): Uint8Array {
  return Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8');
}

/** Some programs write the bytes as they came: then they begin as gzip does. */
function withBody(headers: SpokenMessage['headers'], body: Uint8Array): SpokenMessage {
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  if (isPacked || headers['content-encoding'] === undefined) return { headers, body };
  const { 'content-encoding': _, ...plain } = headers;
  return { headers: plain, body };
}
