import type { SpokenMessage } from '../spoken.ts';
import { harBody, harContent, notRecorded, type ReadBeside } from './har-body.ts';
import { harHeaders } from './har-headers.ts';
import { listOf, memberOf, numberOf } from './member-of.ts';

/** The request of an entry of a HAR file. */
export function harRequest(request: unknown, beside: ReadBeside): SpokenMessage {
  const headers = harHeaders(request);
  const data = memberOf(request, 'postData');
  const content = harContent(data, beside);
  if (content !== undefined) return harBody(headers, content);
  // A form as Charles and Firefox have it, or an upload.
  const isThere =
    listOf(data, 'params').length > 0 ||
    (numberOf(request, 'bodySize') ?? 0) > 0 ||
    Number(headers['content-length'] ?? 0) > 0;
  if (isThere) return { headers, missing: notRecorded };
  return harBody(headers, { body: new Uint8Array() });
}
