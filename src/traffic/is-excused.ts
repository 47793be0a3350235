import type { FoundOperation } from '../openapi/operation-index.ts';
import type { Finding } from '../validate/finding.ts';
import { mediaType } from '../validate/media-type.ts';
import type { RequestFinding } from '../validate/request-finding.ts';
import type { Spoken } from './spoken.ts';

/** What a gateway in front of a homeserver says in its own name. */
const ofGateways = [408, 413, 414, 429, 431, 502, 503, 504];

/** What a homeserver says of another one, or of being busy, and that it has not the feature. */
const relayed = [501, 502, 503, 504];

/**
 * Whether what was found is told as information alone, as the specification does not demand
 * otherwise, or as it may be somebody else's doing.
 */
export function isExcused(
  { operation, askedVersion }: FoundOperation,
  { status, request, response }: Spoken,
  finding: Finding | RequestFinding,
): boolean {
  if ('severity' in finding && finding.severity === 'note') return true;
  // The document speaks of another version of the path.
  if (askedVersion !== undefined) return true;
  const { requirement } = finding;
  if (requirement.startsWith('every-request/')) return false;
  const isDocumented = Object.hasOwn(operation.responses, String(status));
  // Web servers redirect as they like, and clients follow.
  if (status >= 300 && status < 400 && !isDocumented) return true;
  // A part of a file, which was asked for as one.
  if ((status === 206 || status === 416) && request.headers.range !== undefined) return true;
  const type = mediaType(response.headers['content-type']);
  const isPage = type === '' || type === 'text/html' || type === 'text/plain';
  if (isPage && (ofGateways.includes(status) || (status >= 520 && status < 530))) return true;
  if (relayed.includes(status) && requirement === 'every-response/no-server-error') {
    return type === 'application/json';
  }
  // A browser asks for these, and a person reads the answer.
  if (/\/(?:login|register)\/sso\//.test(operation.path)) return type === 'text/html';
  // Below /.well-known/ any web server answers, and its clients do not ask for the media type.
  if (operation.path.startsWith('/_matrix/')) return false;
  return status >= 400 || requirement === 'every-response/content-type-is-json';
}
