import { mediaType } from '../validate/media-type.ts';
import type { Spoken } from './spoken.ts';

/** What a gateway in front of a homeserver says in its own name. */
const ofGateways = [408, 429, 431, 502, 503, 504];

/** Cloudflare's, and those that have taken after it. */
const ofCloudflare = { from: 520, to: 530 };

/** What a homeserver says of another one, or of being busy, and that it has not the feature. */
const relayed = [501, 502, 503, 504];

/** The least, in bytes, that a gateway takes for too large; a homeserver refuses less by itself. */
const large = { body: 1_000_000, url: 2000 };

/** Whether a failure may be a gateway's in front of the homeserver, or of another homeserver. */
export function isOfAnother(spoken: Spoken): boolean {
  const { status, response } = spoken;
  const type = mediaType(response.headers['content-type']);
  if (type === 'application/json') return relayed.includes(status);
  const isPage = type === '' || type === 'text/html' || type === 'text/plain';
  return isPage && isOfGateway(spoken);
}

function isOfGateway({ status, url, request }: Spoken): boolean {
  if (status === 413) return (request.body?.length ?? large.body) >= large.body;
  if (status === 414) return url.length >= large.url;
  return ofGateways.includes(status) || (status >= ofCloudflare.from && status <= ofCloudflare.to);
}
