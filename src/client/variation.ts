import { percentEncode } from './percent-encode.ts';
import type { PreparedRequest } from './prepared-request.ts';

/** How a request departs from what its document describes. Everything else stays as it was. */
export interface Variation {
  /** Sends the path without the slash that an empty last parameter leaves at its end. */
  readonly trailingSlash?: 'omitted';
  /** Characters that stand in the path as they are, although they need not: `+`. */
  readonly unencoded?: string;
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
  /** Further headers, lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The request with the variation applied to it. */
export function vary(request: PreparedRequest, variation: Variation): PreparedRequest {
  const headers = { ...request.headers, ...variation.headers };
  setOrDrop(headers, 'content-type', variation.contentType);
  setOrDrop(headers, 'authorization', variation.authorization);
  const { body, ...rest } = request;
  const newBody = variedBody(body, variation.rawBody);
  return {
    ...rest,
    headers,
    method: variation.method ?? request.method,
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
  const query = rest.length === 0 ? '' : `?${rest.join('?')}`;
  const literal = [...(variation.unencoded ?? '')].reduce(
    (text, character) => text.replaceAll(percentEncode(character), character),
    before,
  );
  const trimmed = variation.trailingSlash === 'omitted' ? literal.replace(/\/$/, '') : literal;
  return trimmed + (variation.pathSuffix ?? '') + query;
}
