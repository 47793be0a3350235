import { joinHeaders } from '../traffic/join-headers.ts';
import type { SpokenMessage } from '../traffic/spoken.ts';

/** Headers as programs have them: of `fetch`, of `node:http`, pairs, or a plain object. */
export type GivenHeaders =
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | number | undefined>>;

/** A body: bytes as they came, a text, or a value that JSON was parsed to. */
export type GivenBody = unknown;

/** A request of which its answer is judged. */
export interface GivenRequest {
  /** `GET`, where it is not given. */
  readonly method?: string;
  /** Absolute, or from the slash after the host. */
  readonly url: string | URL;
  readonly headers?: GivenHeaders;
  readonly body?: GivenBody;
}

/** An answer of any client: `status` or `statusCode`; `body`, `data` or `text`. */
export interface GivenResponse {
  readonly status?: number;
  readonly statusCode?: number;
  readonly headers?: GivenHeaders;
  readonly body?: GivenBody;
  /** What axios calls the body. */
  readonly data?: unknown;
  /** What supertest calls it. */
  readonly text?: unknown;
}

/**
 * Headers and body of either side, as they are judged.
 * @throws TypeError where the body was read already, and is not there any more, and for a stream
 */
export async function spokenMessage(
  given: GivenRequest | GivenResponse | Request | Response,
): Promise<SpokenMessage> {
  const headers = plainHeaders(given.headers ?? {});
  if (isOfFetch(given)) {
    if (given.bodyUsed) {
      throw new TypeError(
        'The body was read already: judge the answer before, or a clone() of it, or { status, headers, body }.',
      );
    }
    const bytes = new Uint8Array(await given.clone().arrayBuffer());
    // fetch has unpacked it.
    return { headers: without(headers, 'content-encoding'), body: bytes };
  }
  const value = bodyOf(given);
  if (isStream(value)) {
    throw new TypeError('The body is a stream: read it, and give { status, headers, body }.');
  }
  if (value instanceof ArrayBuffer) return { headers, body: new Uint8Array(value) };
  if (ArrayBuffer.isView(value)) {
    return { headers, body: new Uint8Array(value.buffer, value.byteOffset, value.byteLength) };
  }
  const text =
    value === undefined ? '' : typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return {
    headers: without(headers, 'content-encoding'),
    body: new TextEncoder().encode(text),
  };
}

/** Of the platform, or of a package that has its own: undici, node-fetch. */
function isOfFetch(given: object): given is Request | Response {
  const isMethod = (name: string) => typeof Reflect.get(given, name) === 'function';
  return isMethod('clone') && isMethod('arrayBuffer') && 'bodyUsed' in given;
}

/** What supertest has as a text is what came; its `body` is what was made of it. */
function bodyOf(given: GivenRequest | GivenResponse): unknown {
  if ('text' in given && typeof given.text === 'string') return given.text;
  return 'data' in given ? given.data : given.body;
}

/** A stream, or a Blob: as JSON they would be an empty object. */
function isStream(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['pipe', 'getReader', 'arrayBuffer'].some((name) => name in value);
}

function plainHeaders(headers: GivenHeaders): Readonly<Record<string, string>> {
  const isPairs = Symbol.iterator in headers;
  const pairs = isPairs
    ? [...(headers as Iterable<readonly [string, string]>)]
    : Object.entries(headers);
  const given = pairs.filter(([, value]) => value !== undefined);
  return joinHeaders(
    given.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}

function without(headers: Readonly<Record<string, string>>, name: string) {
  const { [name]: _, ...others } = headers;
  return others;
}
