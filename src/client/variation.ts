import { percentEncode } from './percent-encode.ts';
import type { PreparedRequest } from './prepared-request.ts';

/** How a request departs from what its document describes. Everything else stays as it was. */
export interface Variation {
  /** Sends the path without the slash that an empty last parameter leaves at its end. */
  readonly trailingSlash?: 'omitted';
  /** Characters that stand in the path as they are, although they need not: `+`. */
  readonly unencoded?: string;
  /** Texts in the encoded path, and what stands there instead, as it goes over the wire. */
  readonly replacing?: Readonly<Record<string, string>>;
  /** Added to the query: `{ ts: '1' }`. */
  readonly query?: Readonly<Record<string, string>>;
  /** Appended to the path as it stands: `/11`. */
  readonly pathSuffix?: string;
  /** The whole path, as it goes over the wire. */
  readonly path?: string;
  readonly method?: string;
  /** Sent instead of the body, as it stands; a string goes out as UTF-8. `null` sends none. */
  readonly rawBody?: string | Uint8Array | null;
  /** `null` sends none. */
  readonly contentType?: string | null;
  /** The whole `Authorization` header; `null` sends none. */
  readonly authorization?: string | null;
  /** Takes a 429 as the answer, instead of waiting until the rate is no longer limited. */
  readonly takesLimit?: boolean;
  /** Has the homeserver ask another one, so that 502 and 504 are no trouble of its own. */
  readonly reachesOut?: boolean;
  /** Asks for what is only proposed for the specification, so that no document says what comes. */
  readonly isProposed?: boolean;
  /** Is no sound HTTP: who refuses it need not know Matrix, and its error need be no standard one. */
  readonly isBadHttp?: boolean;
  /** Further headers, lower-case names. With `transfer-encoding: chunked` the body has no length. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** No variation at all, as most requests have. */
export const asDocumented: Variation = {};

/** The request with the variation applied to it. */
export function vary(request: PreparedRequest, variation: Variation): PreparedRequest {
  if (variation === asDocumented) return request;
  const headers = { ...request.headers, ...variation.headers };
  setOrDrop(headers, 'content-type', variation.contentType);
  setOrDrop(headers, 'authorization', variation.authorization);
  const { body, ...rest } = request;
  const newBody = variedBody(body, variation.rawBody);
  return {
    ...rest,
    headers,
    method: variation.method ?? request.method,
    ...(variation.takesLimit === true ? { takesLimit: true } : {}),
    path: variedPath(request.path, variation),
    ...(newBody === undefined ? {} : { body: newBody }),
  };
}

function setOrDrop(headers: Record<string, string>, name: string, value?: string | null): void {
  if (value === null) delete headers[name];
  else if (value !== undefined) headers[name] = value;
}

function variedBody(
  body: Uint8Array | undefined,
  raw: Variation['rawBody'],
): Uint8Array | undefined {
  if (raw === undefined) return body;
  if (raw === null) return undefined;
  return typeof raw === 'string' ? new TextEncoder().encode(raw) : raw;
}

function variedPath(path: string, variation: Variation): string {
  if (variation.path !== undefined) return variation.path;
  const [before = '', ...rest] = path.split('?');
  const parts = [...(rest.length === 0 ? [] : [rest.join('?')]), ...queryOf(variation)];
  const query = parts.length === 0 ? '' : `?${parts.join('&')}`;
  const unencoded = [...(variation.unencoded ?? '')].map(
    (one) => [percentEncode(one), one] as const,
  );
  const literal = [...unencoded, ...Object.entries(variation.replacing ?? {})].reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    before,
  );
  const trimmed = variation.trailingSlash === 'omitted' ? literal.replace(/\/$/, '') : literal;
  return trimmed + (variation.pathSuffix ?? '') + query;
}

function queryOf({ query = {} }: Variation): readonly string[] {
  return Object.entries(query).map(([name, value]) => `${name}=${percentEncode(value)}`);
}
