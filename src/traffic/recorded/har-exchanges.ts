import { isRecord } from '../../openapi/json-pointer.ts';
import { type ReadBeside, readNothing } from './har-body.ts';
import { harRequest } from './har-request.ts';
import { harResponse } from './har-response.ts';
import { listOf, memberOf, numberOf, textOf } from './member-of.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import { splitUrl } from './split-url.ts';

/** Whether a value is a HAR file, as browsers, Playwright, mitmproxy and Charles write them. */
export function isHar(value: unknown): boolean {
  return Array.isArray(memberOf(memberOf(value, 'log'), 'entries'));
}

/**
 * The exchanges of a HAR file, in its order.
 * @param beside reads what lies beside it, where Playwright may have put bodies
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function* harExchanges(
  har: unknown,
  beside: ReadBeside = readNothing,
): Generator<RecordedExchange> {
  for (const entry of listOf(memberOf(har, 'log'), 'entries')) yield exchangeOf(entry, beside);
}

function exchangeOf(entry: unknown, beside: ReadBeside): RecordedExchange {
  const request = memberOf(entry, 'request');
  const response = memberOf(entry, 'response');
  const method = textOf(request, 'method');
  const url = textOf(request, 'url');
  if (method === undefined || url === undefined || !isRecord(response)) {
    return { notJudged: 'the entry has no request, or no response' };
  }
  const parts = splitUrl(url);
  if (parts === undefined) return { notJudged: 'it is not of HTTP' };
  const byWorker = [entry, response].some(
    (one) => memberOf(one, '_fetchedViaServiceWorker') === true,
  );
  if (byWorker) return { notJudged: 'a service worker answered' };
  const answer = harResponse(response, beside);
  if (answer.headers['non-authoritative-reason'] !== undefined) {
    return { notJudged: 'the browser answered itself' };
  }
  const status = numberOf(response, 'status') ?? 0;
  return {
    spoken: {
      method,
      url: parts.path,
      origin: parts.origin,
      request: harRequest(request, beside),
      // Aborted requests have 0, or -1.
      status: Number.isInteger(status) && status > 0 ? status : 0,
      response: answer,
      startedAt: textOf(entry, 'startedDateTime') ?? '',
      durationMs: Math.max(0, numberOf(entry, 'time') ?? 0),
    },
  };
}
