import type { SpokenMessage } from '../spoken.ts';
import { harBody, harText, notRecorded } from './har-body.ts';
import { harHeaders } from './har-headers.ts';
import { listOf, memberOf, numberOf, textOf } from './member-of.ts';

/** The request of an entry of a HAR file. */
export function harRequest(request: unknown): SpokenMessage {
  const headers = harHeaders(request);
  const data = memberOf(request, 'postData');
  const text = textOf(data, 'text');
  if (text !== undefined) return harBody(headers, harText(text, textOf(data, 'encoding')));
  // A form as Charles and Firefox have it, an upload, or a body in another file.
  const isThere =
    textOf(data, '_file') !== undefined ||
    listOf(data, 'params').length > 0 ||
    (numberOf(request, 'bodySize') ?? 0) > 0 ||
    Number(headers['content-length'] ?? 0) > 0;
  if (isThere) return { headers, missing: notRecorded };
  return harBody(headers, new Uint8Array());
}
