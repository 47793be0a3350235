import type { Exchange, ExchangeRequest, ExchangeResponse } from '../model/exchange.ts';
import type { Answer } from './answer.ts';
import { byteText } from './byte-text.ts';
import { cleanRequest } from './clean-request.ts';
import { copied } from './copied.ts';
import { curl } from './curl.ts';
import { type Lazy, lazily } from './lazily.ts';
import type { PreparedRequest } from './prepared-request.ts';
import type { Redactor } from './redactor.ts';
import type { Target } from './target.ts';

/** What came of a request: an answer, or why there is none. */
export type Heard = (
  | { readonly answer: Answer }
  | { readonly failure: string; readonly isCutOff?: boolean }
) & {
  /** The first answer that limited the rate and was waited out. */
  readonly limited?: Answer;
};

/** What a record needs of the line that an exchange went over. */
interface Origin {
  readonly target: Pick<Target, 'url'>;
  readonly redactor: Redactor;
}

type Shown = Lazy<Pick<Exchange, 'request' | 'response' | 'limited' | 'curl'>>;

/**
 * No recorded body is longer than this, in characters: twice what an event may have, so that all
 * that a scenario looks at is there when it is graded again.
 */
export const longestRecord = 128 * 1024;

/**
 * The exchange as it may be kept and shown. What a reader sees of it is cleaned of secrets, and
 * spelled for a shell, when somebody first looks: at most exchanges nobody does, and who looks at
 * the end of a run looks when every secret of it is known.
 */
export function recordExchange(
  line: Origin,
  request: PreparedRequest,
  heard: Heard,
  times: Pick<Exchange, 'startedAt' | 'durationMs' | 'rateLimitWaits' | 'rateLimitWaitedMs'>,
): Exchange {
  let cleaned: PreparedRequest | undefined;
  const clean = () => {
    cleaned ??= cleanRequest(line.redactor, request);
    return cleaned;
  };
  const shown: Shown = {
    request: () => recordRequest(line.target.url, clean()),
    ...('answer' in heard ? { response: recordResponse(line, heard.answer) } : {}),
    ...(heard.limited === undefined ? {} : { limited: recordResponse(line, heard.limited) }),
    curl: () => curl(line.target.url, clean()),
  };
  const known = {
    ...(request.operation === undefined ? {} : { operationId: request.operation.operationId }),
    ...(request.user === undefined ? {} : { user: request.user }),
    ...('failure' in heard ? { failure: heard.failure } : {}),
    ...('failure' in heard && heard.isCutOff === true ? { isCutOff: true as const } : {}),
    ...times,
  };
  return lazily(known, shown);
}

function recordRequest(url: string, request: PreparedRequest): ExchangeRequest {
  const { method, path, headers, body } = request;
  const text = body === undefined ? undefined : byteText(body).text;
  return {
    method,
    url: url + path,
    headers,
    ...(text === undefined ? {} : { body: text.slice(0, longestRecord) }),
    ...(text !== undefined && text.length > longestRecord ? { truncated: true as const } : {}),
  };
}

/** Holds no more of the answer than is going to be shown. */
function recordResponse(
  { redactor }: Origin,
  { status, headers, body, isUtf8 }: Answer,
): () => ExchangeResponse {
  // A mask may be shorter than what it stands for.
  const most = 2 * (longestRecord + 1);
  const head = body.length > most ? copied(body.slice(0, most)) : body;
  const isCut = body.length > 2 * longestRecord;
  return () => {
    const cleaned = redactor.cleanHead(head, longestRecord + 1);
    return {
      status,
      headers: redactor.cleanHeaders(headers),
      body: copied(cleaned.slice(0, longestRecord)),
      truncated: isCut || cleaned.length > longestRecord,
      ...(isUtf8 ? {} : { isBinary: true as const }),
    };
  };
}
