import { readJson } from '../client/read-json.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { decodeBody } from './decode-body.ts';
import type { Spoken } from './spoken.ts';

/** Web servers that stand before homeservers, and would be taken for them. */
const gateways = /nginx|apache|caddy|cloudflare|traefik|envoy|haproxy|gunicorn|openresty|istio/i;

/**
 * What the homeserver calls itself in an answer, `Synapse 1.160.0`, if it does: in that of
 * `GET /_matrix/federation/v1/version`, or in its header `Server`.
 */
export function softwareIn({ url, status, response }: Spoken): string | undefined {
  if (status === 200 && /\/_matrix\/federation\/v1\/version$/.test(url)) {
    const server = serverOf(response);
    if (server !== undefined) return server.slice(0, 100);
  }
  const { server } = response.headers;
  if (server === undefined || gateways.test(server)) return undefined;
  return /^[A-Za-z][\w-]{1,30}\/\d[\w.+-]{0,30}$/.test(server)
    ? server.replace('/', ' ')
    : undefined;
}

function serverOf(response: Spoken['response']): string | undefined {
  try {
    const decoded = decodeBody(response, 10_000);
    if ('missing' in decoded) return undefined;
    const json = readJson(Buffer.from(decoded.bytes).toString());
    const server = json.ok && isRecord(json.value) ? json.value.server : undefined;
    if (!isRecord(server) || typeof server.name !== 'string') return undefined;
    return typeof server.version === 'string' ? `${server.name} ${server.version}` : server.name;
  } catch {
    return undefined;
  }
}
