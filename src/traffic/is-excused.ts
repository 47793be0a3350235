import type { FoundOperation } from '../openapi/operation-index.ts';
import type { Finding } from '../validate/finding.ts';
import { mediaType } from '../validate/media-type.ts';
import type { RequestFinding } from '../validate/request-finding.ts';
import type { Spoken } from './spoken.ts';

/** What a gateway in front of a homeserver says in its own name. */
const ofGateways = [408, 429, 431, 502, 503, 504];

/** What holds of an error whatever was asked for. */
const ofEveryError: ReadonlySet<string> = new Set([
  'every-response/no-server-error',
  'every-response/error-is-standard',
  'every-response/body-is-json',
  'every-response/content-type-is-json',
]);

/** The least, in bytes, that a gateway takes for too large; a homeserver refuses less by itself. */
const large = { body: 1_000_000, url: 2000 };

/** A browser asks for these, and a person reads the answer. */
const forPeople = /\/(?:login|register)\/sso\/|\/fallback\/|\/submit_token(?:\?|$)/;

/** What a homeserver says of another one, or of being busy, and that it has not the feature. */
const relayed = [501, 502, 503, 504];

/**
 * Whether what was found is told as information alone, as the specification does not demand
 * otherwise, or as it may be somebody else's doing.
 */
export function isExcused(
  { operation, askedVersion }: FoundOperation,
  spoken: Spoken,
  finding: Finding | RequestFinding,
): boolean {
  const { url, status, request, response } = spoken;
  if ('severity' in finding && finding.severity === 'note') return true;
  const { requirement } = finding;
  // The document speaks of another version of the path; errors are the same in each.
  if (askedVersion !== undefined && !(status >= 400 && ofEveryError.has(requirement))) return true;
  if (requirement.startsWith('every-request/')) return false;
  const isDocumented = Object.hasOwn(operation.responses, String(status));
  // Web servers redirect as they like, and clients follow.
  if (status >= 300 && status < 400 && !isDocumented) return true;
  // A part of a file, which was asked for as one.
  if ((status === 206 || status === 416) && request.headers.range !== undefined) return true;
  const type = mediaType(response.headers['content-type']);
  const isPage = type === '' || type === 'text/html' || type === 'text/plain';
  if (isPage && isOfGateway(spoken)) return true;
  if (relayed.includes(status) && requirement === 'every-response/no-server-error') {
    return type === 'application/json';
  }
  if (forPeople.test(url)) return type === 'text/html';
  // Below /.well-known/ any web server answers, and its clients do not ask for the media type.
  if (operation.path.startsWith('/_matrix/')) return false;
  return status >= 400 || requirement === 'every-response/content-type-is-json';
}

/** Whether a page with that status may be a gateway's word. */
function isOfGateway({ status, url, request }: Spoken): boolean {
  if (status === 413) return (request.body?.length ?? large.body) >= large.body;
  if (status === 414) return url.length >= large.url;
  return ofGateways.includes(status) || (status >= 520 && status < 530);
}
