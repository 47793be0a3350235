import type { Exchange, ExchangeRequest, ExchangeResponse } from '../model/exchange.ts';
import type { Answer, Json } from './answer.ts';
import { byteText } from './byte-text.ts';
import { curl } from './curl.ts';
import type { Deadline } from './deadline.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { longestWaitMs, rateLimitWaitMs } from './rate-limit.ts';
import type { Redactor } from './redactor.ts';
import type { RawResponse, Target } from './target.ts';
import { TransportError } from './transport-error.ts';

/** What talking to the homeserver needs. */
export interface Line {
  readonly target: Target;
  readonly redactor: Redactor;
  readonly deadline: Deadline;
  /** Told before each wait for a rate limit, in ms. */
  readonly onWait?: (ms: number) => void;
}

/** An exchange that is safe to keep, and the answer itself where one came. */
export interface Conversation {
  readonly exchange: Exchange;
  readonly answer?: Answer;
  /** The first 429 that was waited out. */
  readonly limited?: Answer;
}

/** No recorded body is longer than this, in characters. */
const longestRecord = 64 * 1024;

/** Sends the request, waits out rate limits within their bound, and records what happened. */
export async function converse(line: Line, request: PreparedRequest): Promise<Conversation> {
  const startedAt = new Date();
  const start = performance.now();
  let waits = 0;
  let waitedMs = 0;
  let limited: Answer | undefined;
  const told = (heard: object): Exchange => ({
    ...(request.operation === undefined ? {} : { operationId: request.operation.operationId }),
    ...(request.user === undefined ? {} : { user: request.user }),
    request: recordRequest(line, request),
    ...heard,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round((performance.now() - start - waitedMs) * 1000) / 1000,
    rateLimitWaits: waits,
    rateLimitWaitedMs: waitedMs,
    curl: line.redactor.clean(curl(line.target.url, request)),
  });
  try {
    for (;;) {
      const raw = await line.target.send(request, line.deadline.signal);
      const answer = readAnswer(raw);
      const waitMs = raw.status === 429 ? waitFor(answer, waits) : 0;
      if (raw.status !== 429 || waitedMs + waitMs > longestWaitMs) {
        const exchange = told({ response: recordResponse(line, answer) });
        return { answer, exchange, ...(limited === undefined ? {} : { limited }) };
      }
      limited ??= answer;
      line.onWait?.(waitMs);
      await pause(line.deadline, waitMs);
      waits += 1;
      waitedMs += waitMs;
    }
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    const reason = line.deadline.signal.aborted ? line.deadline.reason : error.message;
    return { exchange: told({ failure: line.redactor.clean(reason) }) };
  }
}

function waitFor(answer: Answer, attempt: number): number {
  const json = answer.json.ok ? answer.json.value : undefined;
  return rateLimitWaitMs(answer.headers, json, attempt, Date.now());
}

/** The scenario's own time stands still meanwhile; Ctrl-C ends the wait. */
async function pause(deadline: Deadline, ms: number): Promise<void> {
  deadline.pause();
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      const onAbort = () => {
        clearTimeout(timer);
        reject(new TransportError(deadline.reason));
      };
      if (deadline.signal.aborted) onAbort();
      deadline.signal.addEventListener('abort', onAbort, { once: true });
    });
  } finally {
    deadline.resume();
  }
}

function readAnswer(raw: RawResponse): Answer {
  const { text, isUtf8 } = byteText(raw.body);
  return { status: raw.status, headers: raw.headers, body: text, isUtf8, json: parse(text) };
}

function parse(text: string): Json {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, message: text.trim() === '' ? 'the body is empty' : 'it is not JSON' };
  }
}

function recordRequest(line: Line, request: PreparedRequest): ExchangeRequest {
  const body = request.body === undefined ? undefined : byteText(request.body).text;
  return {
    method: request.method,
    url: line.redactor.clean(line.target.url + request.path),
    headers: cleanHeaders(line, request.headers),
    ...(body === undefined ? {} : { body: line.redactor.clean(body).slice(0, longestRecord) }),
  };
}

function recordResponse(line: Line, answer: Answer): ExchangeResponse {
  const body = line.redactor.clean(answer.body);
  return {
    status: answer.status,
    headers: cleanHeaders(line, answer.headers),
    body: body.slice(0, longestRecord),
    truncated: body.length > longestRecord,
  };
}

function cleanHeaders(line: Line, headers: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, line.redactor.clean(value)]),
  );
}
