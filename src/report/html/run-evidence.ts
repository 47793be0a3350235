import type { Exchange } from '../../model/exchange.ts';
import type { Outcome } from '../../model/outcome.ts';
import { verdicts } from '../../model/verdict.ts';
import type { Violation } from '../../model/violation.ts';
import type { difference } from './difference.ts';
import type { EvidenceChunk, PageExchange, PageTry, PageViolation } from './evidence-chunk.ts';
import { thriftyDifference } from './thrifty-difference.ts';

/** All evidence, and where that of each outcome is: its chunk, and its place in there. */
export interface RunEvidence {
  readonly chunks: readonly EvidenceChunk[];
  readonly places: ReadonlyMap<Outcome, string>;
}

/** In characters: of a body, of a command, of a chunk, and of the exchanges of a whole page. */
const most = { body: 20_000, curl: 70_000, chunk: 1_000_000, page: 24_000_000 };

function cut(text: string): string {
  if (text.length <= most.body) return text;
  return `${text.slice(0, most.body)}\n… (the first ${most.body} of ${text.length} characters)`;
}

function pageExchange(exchange: Exchange, index: (headers: object) => number): PageExchange {
  const { operationId, user, failure, request, response, curl } = exchange;
  return {
    ...(operationId === undefined ? {} : { operationId }),
    ...(user === undefined ? {} : { user }),
    ...(failure === undefined ? {} : { failure: cut(failure) }),
    durationMs: Math.round(exchange.durationMs),
    method: request.method,
    url: cut(request.url),
    sent: index(request.headers),
    ...(request.body === undefined ? {} : { body: cut(request.body) }),
    ...(response === undefined
      ? {}
      : {
          status: response.status,
          received: index(response.headers),
          answer: cut(response.body),
          ...(response.truncated ? { isTruncated: true } : {}),
        }),
    ...(curl.length > most.curl ? {} : { curl }),
  };
}

function pageViolation(violation: Violation, compare: typeof difference): PageViolation {
  const { expected, actual } = violation;
  const pieces = compare(expected, actual);
  const told = { ...violation, expected: cut(expected), actual: cut(actual) };
  return pieces === undefined ? told : { ...told, pieces };
}

/** The size of what a page carries of an exchange, nearly. */
function sizeOf({ url = '', body = '', answer = '', curl = '' }: PageExchange): number {
  return url.length + body.length + answer.length + curl.length + 200;
}

/** What the page carries of a run: the gravest outcomes first, as the room is theirs. */
export function runEvidence(outcomes: readonly Outcome[]): RunEvidence {
  const chunks: EvidenceChunk[] = [];
  const places = new Map<Outcome, string>();
  const compare = thriftyDifference();
  let left = most.page;
  let room = 0;
  let indices = new Map<string, number>();
  let headers: (readonly (readonly [string, string])[])[] = [];
  let chunk: (readonly PageTry[])[] = [];
  const index = (one: object) => {
    const key = JSON.stringify(one);
    const known = indices.get(key);
    if (known !== undefined) return known;
    indices.set(key, headers.length);
    // Those of a chunk that are alike stand there once; an answer may well have its own.
    left -= key.length;
    room -= key.length;
    return headers.push(Object.entries(one)) - 1;
  };
  const exchangesOf = (all: readonly (Exchange | null)[]) => {
    const kept: (PageExchange | null)[] = [];
    for (const one of all) {
      if (left <= 0) break;
      const exchange = one === null ? null : pageExchange(one, index);
      const size = exchange === null ? 5 : sizeOf(exchange);
      left -= size;
      room -= size;
      kept.push(exchange);
    }
    return kept;
  };
  const rank = (outcome: Outcome) => verdicts.indexOf(outcome.verdict);
  for (const outcome of outcomes.toSorted((a, b) => rank(a) - rank(b))) {
    if (room <= 0) {
      room = most.chunk;
      indices = new Map();
      headers = [];
      chunk = [];
      chunks.push({ headers, outcomes: chunk });
    }
    const tries = outcome.tries.map((one) => {
      // A published result has null where it leaves out an exchange that nothing points at.
      const exchanges = exchangesOf(one.exchanges);
      const { verdict, reason, checks, durationMs, notes, violations } = one;
      const told = { verdict, reason: cut(reason), checks, durationMs: Math.round(durationMs) };
      return {
        ...told,
        notes: notes.map(cut),
        violations: violations.map((one) => pageViolation(one, compare)),
        exchanges,
        left: one.exchanges.length - exchanges.length,
      };
    });
    places.set(outcome, `${chunks.length - 1}.${chunk.push(tries) - 1}`);
    room -= 300;
  }
  return { chunks, places };
}
