import { byteText } from '../client/byte-text.ts';
import { copied } from '../client/copied.ts';
import { curl } from '../client/curl.ts';
import { mask } from '../client/redactor.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Spoken, SpokenMessage } from './spoken.ts';

/** No body that is kept is longer than this, in characters. */
export const longestKept = 20_000;

/** An exchange that is already redacted, without what need not be kept of it. */
export interface KeptExchange {
  readonly exchange: Omit<Exchange, 'curl'>;
  readonly origin?: string;
  /** Where its body was not whole, no command repeats it. */
  readonly sent: SpokenMessage;
}

/** Cuts a redacted exchange down to what is kept. */
export function keepExchange(
  { method, url, origin, request, response, status, startedAt, durationMs }: Spoken,
  operationId: string | undefined,
  longest = longestKept,
): KeptExchange {
  const sent = cut(request, longest);
  const received = cut(response, longest);
  const { body: text = '' } = received;
  return {
    exchange: {
      ...(operationId === undefined ? {} : { operationId }),
      request: { method: method.slice(0, 50), url: copied(url.slice(0, 4000)), ...sent },
      response: {
        status,
        headers: received.headers,
        body: text,
        truncated: received.truncated === true,
      },
      startedAt: timeOf(startedAt),
      durationMs: durationMs >= 0 && durationMs < 1e9 ? durationMs : 0,
      ...{ rateLimitWaits: 0, rateLimitWaitedMs: 0 },
    },
    ...(origin === undefined ? {} : { origin }),
    sent: request.body !== undefined && request.body.length > 4096 ? { headers: {} } : request,
  };
}

/** What is kept as it is shown. @param target where it was sent to, where that is not known of it */
export function shownExchange(
  { exchange, origin = '', sent }: KeptExchange,
  target: string,
): Exchange {
  const base = origin || originOf(target);
  const { method, url, headers } = exchange.request;
  const said = Object.entries(headers).filter(([name]) => !ofTheLine.test(name));
  const isSent = sent.body !== undefined && sent.body.length > 0;
  const command = curl(base, {
    method,
    path: url,
    headers: Object.fromEntries(said),
    ...(isSent ? { body: sent.body } : {}),
    ...{ user: 'access', token: mask },
  });
  return { ...exchange, request: { ...exchange.request, url: base + url }, curl: command };
}

/** Anybody may have written it, and reports reckon with it. */
function timeOf(text: string): string {
  const time = Date.parse(text);
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
}

/** Headers that are of the connection, or that curl makes itself. */
const ofTheLine =
  /^(?::|host$|content-length$|connection$|accept-encoding$|transfer-encoding$|sec-)/;

function originOf(target: string): string {
  return /^https?:\/\//.test(target) && URL.canParse(target) ? new URL(target).origin : '';
}

function cut({ headers, body, missing }: SpokenMessage, longest: number) {
  const { text } = byteText(body ?? new Uint8Array());
  if (body === undefined) return { headers, body: `(${missing ?? 'not kept'})` };
  return {
    headers,
    ...(text === '' ? {} : { body: copied(text.slice(0, longest)) }),
    ...(text.length > longest ? { truncated: true as const } : {}),
  };
}
