import type { TrafficResult } from '../model/traffic.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import type { Spoken } from './spoken.ts';
import { type CollectorOptions, createTrafficCollector } from './traffic-collector.ts';

/** What of an exchange matters to a test; the rest is a GET that is answered with `200 {}`. */
export interface Told {
  readonly method?: string;
  readonly url?: string;
  readonly origin?: string;
  readonly sent?: unknown;
  /** Why the body of the request is not there. */
  readonly notSent?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Of JSON, or text, or bytes; none where `missing` says why. */
  readonly body?: unknown;
  readonly missing?: string;
}

const json = { 'content-type': 'application/json' };

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function withoutNone(
  headers: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(given);
}

/** An exchange of somebody else. */
export function spoken(told: Told = {}): Spoken {
  const { method = 'GET', url = '/_matrix/client/v3/sync', status = 200 } = told;
  const { sent, requestHeaders = {}, headers = {}, body = {}, missing } = told;
  return {
    ...{ method, url, status, startedAt: '2026-11-27T09:00:00.000Z', durationMs: 5 },
    ...(told.origin === undefined ? {} : { origin: told.origin }),
    request: {
      headers: { ...(sent === undefined ? {} : json), ...requestHeaders },
      ...(told.notSent === undefined ? { body: bytesOf(sent) } : { missing: told.notSent }),
    },
    response: {
      headers: withoutNone({ ...json, ...headers }),
      ...(missing === undefined ? { body: bytesOf(body) } : { missing }),
    },
  };
}

/** The project's own documents. */
export const documents = await loadSpecification('spec/api/client-server');

/** What exchanges come to. */
export function collected(
  exchanges: Iterable<Told>,
  options: CollectorOptions = {},
  specification = documents,
): TrafficResult {
  const collector = createTrafficCollector(specification, options);
  for (const one of exchanges) collector.add(spoken(one));
  return collector.result({
    ...{ startedAt: '2026-11-27T09:00:00.000Z', durationMs: 100, source: 'https://hs.test' },
  });
}

/** The ids of findings. */
export function ids(findings: readonly { readonly id: string }[]): readonly string[] {
  return findings.map(({ id }) => id);
}
