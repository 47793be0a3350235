import { isRecord } from '../../openapi/json-pointer.ts';
import type { SpokenMessage } from '../spoken.ts';
import { listOf, memberOf, numberOf, textOf } from './member-of.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import { splitUrl } from './split-url.ts';

/** The exchanges of an outcome, as `--report ndjson` and `json` of a run have it. */
export function* runExchanges(outcome: unknown): Generator<RecordedExchange> {
  for (const one of listOf(outcome, 'tries')) {
    const asides = listOf(memberOf(one, 'recording'), 'asides');
    for (const exchange of [...listOf(one, 'exchanges'), ...asides]) {
      // Published results have null where they leave one out.
      if (!isRecord(exchange)) continue;
      const limited = memberOf(exchange, 'limited');
      if (isRecord(limited)) yield exchangeOf({ ...exchange, response: limited });
      yield exchangeOf(exchange);
    }
  }
}

function exchangeOf(exchange: unknown): RecordedExchange {
  const request = memberOf(exchange, 'request');
  const response = memberOf(exchange, 'response');
  const parts = splitUrl(textOf(request, 'url') ?? '');
  const method = textOf(request, 'method');
  if (method === undefined || parts === undefined) {
    return { notJudged: 'the exchange has no request' };
  }
  return {
    spoken: {
      method,
      url: parts.path,
      origin: parts.origin,
      request: messageOf(request),
      status: numberOf(response, 'status') ?? 0,
      response: messageOf(response),
      startedAt: textOf(exchange, 'startedAt') ?? '',
      durationMs: numberOf(exchange, 'durationMs') ?? 0,
    },
  };
}

function messageOf(message: unknown): SpokenMessage {
  const said = Object.entries(Object(memberOf(message, 'headers')));
  // A body is recorded without its encoding.
  const headers = Object.fromEntries(
    said.flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'content-encoding' ? [[name, value]] : [],
    ),
  );
  if (memberOf(message, 'truncated') === true) return { headers, missing: 'was cut off' };
  const text = textOf(message, 'body') ?? '';
  const isBinary = memberOf(message, 'isBinary') === true;
  return { headers, body: isBinary ? bytesOf(text) : Buffer.from(text, 'utf8') };
}

/** Bytes that were no UTF-8 are recorded as `\xNN`. */
function bytesOf(text: string): Uint8Array {
  const latin1 = text.replace(/\\x([89a-f][0-9a-f])/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(latin1, 'latin1');
}
