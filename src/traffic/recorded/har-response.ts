import type { SpokenMessage } from '../spoken.ts';
import { harBody, harText, notRecorded } from './har-body.ts';
import { harHeaders } from './har-headers.ts';
import { memberOf, numberOf, textOf } from './member-of.ts';

/**
 * The answer of an entry of a HAR file. Its body is there without its encoding (HAR 1.2), whatever
 * its header says.
 */
export function harResponse(response: unknown): SpokenMessage {
  const headers = harHeaders(response);
  const content = memberOf(response, 'content');
  const text = textOf(content, 'text');
  if (text !== undefined) return harBody(headers, harText(text, textOf(content, 'encoding')));
  const [size, bodySize] = [numberOf(content, 'size'), numberOf(response, 'bodySize')];
  const status = numberOf(response, 'status');
  const isEmpty = headers['content-length'] === '0' || (size === 0 && bodySize === 0);
  if (textOf(content, '_file') === undefined && (isEmpty || status === 204)) {
    return harBody(headers, new Uint8Array());
  }
  return { headers, missing: notRecorded };
}
