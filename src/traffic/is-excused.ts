import type { FoundOperation } from '../openapi/operation-index.ts';
import type { Finding } from '../validate/finding.ts';
import { mediaType } from '../validate/media-type.ts';
import type { RequestFinding } from '../validate/request-finding.ts';
import { isOfAnother } from './is-of-another.ts';
import type { Spoken } from './spoken.ts';

/** What holds of an error whatever was asked for. */
const ofEveryError: ReadonlySet<string> = new Set([
  'every-response/no-server-error',
  'every-response/error-is-standard',
  'every-response/body-is-json',
  'every-response/content-type-is-json',
]);

/** A browser asks for these, and a person reads the answer. */
const forPeople = /\/(?:login|register)\/sso\/|\/fallback\/|\/submit_token(?:\?|$)/;

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
  const isOfJson = type === 'application/json';
  const isFailure = requirement === 'every-response/no-server-error';
  if ((!isOfJson || isFailure) && isOfAnother(spoken)) return true;
  if (forPeople.test(url)) return type === 'text/html';
  // Below /.well-known/ any web server answers, and its clients do not ask for the media type.
  if (operation.path.startsWith('/_matrix/')) return false;
  return status >= 400 || requirement === 'every-response/content-type-is-json';
}
