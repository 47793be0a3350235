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
  if (known !== undefined) {
    const isWhole = !isCut(known.body, numberOf(content, 'size'));
    return harBody(headers, isWhole ? known : { missing: 'was cut off where it was recorded' });
  }
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

/** Whether less is there than was, and what is there is no JSON: sizes alone may be counted otherwise. */
function isCut(body: Uint8Array = new Uint8Array(), size = 0): boolean {
  if (body.length === 0 || body.length >= size) return false;
  try {
    JSON.parse(Buffer.from(body).toString());
    return false;
  } catch {
    return true;
  }
}
