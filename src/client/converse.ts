import type { Exchange } from '../model/exchange.ts';
import type { Answer } from './answer.ts';
import { byteText } from './byte-text.ts';
import type { Deadline } from './deadline.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { longestWaitMs, mostWaits, rateLimitWaitMs } from './rate-limit.ts';
import { readJson } from './read-json.ts';
import type { RawResponse } from './receive.ts';
import { type Heard, recordExchange } from './record-exchange.ts';
import type { Redactor } from './redactor.ts';
import type { Wire } from './target.ts';
import { TransportError } from './transport-error.ts';
import type { WaitBudget } from './wait-budget.ts';

/** What was recorded of a homeserver, and answers in its place. */
export interface Recorded {
  /** @throws whatever says that it holds no such request. */
  converse(request: PreparedRequest): Promise<Conversation>;
}

/** What talking to the homeserver needs. */
export interface Line {
  readonly target: Wire;
  /** Where it is there, nothing is sent. */
  readonly recorded?: Recorded;
  readonly redactor: Redactor;
  readonly deadline: Deadline;
  /** What all requests of the run may wait for rate limits together. */
  readonly waitBudget: WaitBudget;
  /** Told before each wait for a rate limit, in ms. */
  readonly onWait?: (ms: number) => void;
}

/** An exchange that is safe to keep, and the answer itself where one came. */
export interface Conversation {
  readonly exchange: Exchange;
  readonly answer?: Answer;
  /** The first 429 that was waited out. */
  readonly limited?: Answer;
  /** No answer, as the homeserver took the connection and then did not speak HTTP to its end. */
  readonly isCutOff?: boolean;
}

/** Sends the request, waits out rate limits within their bound, and records what happened. */
export async function converse(line: Line, request: PreparedRequest): Promise<Conversation> {
  if (line.recorded !== undefined) return line.recorded.converse(request);
  const startedAt = new Date();
  const start = performance.now();
  let waits = 0;
  let waitedMs = 0;
  let limited: Answer | undefined;
  const told = (heard: Heard): Exchange =>
    recordExchange(line, request, limited === undefined ? heard : { ...heard, limited }, {
      startedAt: startedAt.toISOString(),
      durationMs: Math.round((performance.now() - start - waitedMs) * 1000) / 1000,
      rateLimitWaits: waits,
      rateLimitWaitedMs: waitedMs,
    });
  try {
    for (;;) {
      const raw = await line.target.send(request, line.deadline.signal);
      const answer = readAnswer(raw);
      const isLimited = raw.status === 429 && request.takesLimit !== true;
      const waitMs = isLimited ? waitFor(answer, waits) : 0;
      if (!isLimited || waits >= mostWaits || !mayWait(line, waitedMs, waitMs)) {
        const exchange = told({ answer });
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
    const isCutOff = error.isCutOff && !line.deadline.signal.aborted;
    return { exchange: told({ failure: line.redactor.clean(reason), isCutOff }), isCutOff };
  }
}

function waitFor(answer: Answer, attempt: number): number {
  const json = answer.json.ok ? answer.json.value : undefined;
  return rateLimitWaitMs(answer.headers, json, attempt, Date.now());
}

function mayWait({ waitBudget }: Line, waitedMs: number, waitMs: number): boolean {
  return waitedMs + waitMs <= longestWaitMs && waitBudget.take(waitMs);
}

/** The scenario's own time stands still meanwhile; Ctrl-C ends the wait. */
async function pause(deadline: Deadline, ms: number): Promise<void> {
  deadline.pause();
  try {
    await new Promise<void>((resolve, reject) => {
      const onAbort = () => {
        clearTimeout(timer);
        reject(new TransportError(deadline.reason));
      };
      const timer = setTimeout(() => {
        deadline.signal.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      if (deadline.signal.aborted) onAbort();
      else deadline.signal.addEventListener('abort', onAbort, { once: true });
    });
  } finally {
    deadline.resume();
  }
}

function readAnswer(raw: RawResponse): Answer {
  const { text, isUtf8 } = byteText(raw.body);
  return { status: raw.status, headers: raw.headers, body: text, isUtf8, json: readJson(text) };
}
