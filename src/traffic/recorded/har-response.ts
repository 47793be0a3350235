import type { SpokenMessage } from '../spoken.ts';
import { harBody, harContent, notRecorded, type ReadBeside } from './har-body.ts';
import { harHeaders } from './har-headers.ts';
import { memberOf, numberOf, textOf } from './member-of.ts';

/**
 * The answer of an entry of a HAR file. Its body is there without its encoding (HAR 1.2), whatever
 * its header says.
 */
export function harResponse(response: unknown, beside: ReadBeside): SpokenMessage {
  const headers = harHeaders(response);
  const content = memberOf(response, 'content');
  const known = harContent(content, beside);
  if (known !== undefined) return harBody(headers, known);
  const [size, bodySize] = [numberOf(content, 'size'), numberOf(response, 'bodySize')];
  const status = numberOf(response, 'status');
  const isLong = (size ?? 0) > 0 || Number(headers['content-length'] ?? 0) > 0;
  const isEmpty =
    headers['content-length'] === '0' ||
    (size === 0 && bodySize === 0) ||
    (textOf(content, 'text') === '' && !isLong);
  if (isEmpty || status === 204) return harBody(headers, { body: new Uint8Array() });
  return { headers, missing: notRecorded };
}
