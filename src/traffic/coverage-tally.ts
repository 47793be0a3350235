import type { Operation } from '../model/operation.ts';
import type { OperationTraffic } from '../model/traffic.ts';
import { documentedResponse } from '../validate/documented-response.ts';
import { operationLabel } from './finding-id.ts';
import { type KeptExchange, shownExchange } from './kept-exchange.ts';

/** One answer, as it is counted. */
export interface CountedAnswer {
  readonly status: number;
  /** Empty where it names none. */
  readonly mediaType: string;
  readonly isJudged: boolean;
}

/** Which operations were exercised, and how they were answered. */
export interface CoverageTally {
  /** @param keep is asked for an exchange that shows the answer, where it is the first of its kind */
  add(operation: Operation, answer: CountedAnswer, keep: () => KeptExchange): void;
  /** In the order of the documents. @param target where they were sent to */
  coverage(target: string): readonly OperationTraffic[];
  /** What was never asked for, of the API that most was asked of; by label. */
  neverExercised(): readonly string[];
  neverSucceeded(): readonly string[];
}

interface Answers {
  readonly counts: Map<
    string,
    CountedAnswer & { count: number; judged: number; first: KeptExchange }
  >;
  others: number;
  total: number;
}

/** Of one operation; a hostile homeserver has ever new ones. */
const mostAnswers = 16;

/** A tally of nothing yet, for the operations that there are. */
export function createCoverageTally(operations: readonly Operation[]): CoverageTally {
  const seen = new Map<Operation, Answers>();
  const exercised = () => operations.filter((operation) => seen.has(operation));
  return {
    add(operation, { status, mediaType, isJudged }, keep) {
      const answers = seen.get(operation) ?? { counts: new Map(), others: 0, total: 0 };
      seen.set(operation, answers);
      answers.total += 1;
      const type = shortType(mediaType);
      const key = `${status} ${type}`;
      const known = answers.counts.get(key);
      if (known !== undefined) {
        known.count += 1;
        if (isJudged) known.judged += 1;
      } else if (answers.counts.size >= mostAnswers) answers.others += 1;
      else {
        const [count, judged] = [1, isJudged ? 1 : 0];
        answers.counts.set(key, {
          ...{ status, mediaType: type, isJudged, count, judged, first: keep() },
        });
      }
    },
    coverage: (target) => exercised().map((one) => told(one, seen.get(one), target)),
    neverExercised() {
      const totals = new Map<string, number>();
      for (const [{ api }, { total }] of seen) totals.set(api, (totals.get(api) ?? 0) + total);
      const [most] = [...totals].toSorted(([, a], [, b]) => b - a)[0] ?? [];
      return operations.filter((one) => one.api === most && !seen.has(one)).map(operationLabel);
    },
    neverSucceeded: () =>
      exercised()
        .filter((one) =>
          [...(seen.get(one)?.counts.values() ?? [])].every(({ status }) => status >= 400),
        )
        .map(operationLabel),
  };
}

function told(
  operation: Operation,
  answers: Answers | undefined,
  target: string,
): OperationTraffic {
  const all = [...(answers?.counts.values() ?? [])].toSorted(
    (a, b) => a.status - b.status || (a.mediaType < b.mediaType ? -1 : 1),
  );
  const others = answers?.others ?? 0;
  return {
    operation: operationLabel(operation),
    api: operation.api,
    method: operation.method,
    path: operation.path,
    answers: all.map(({ status, mediaType, count, judged, first }) => ({
      ...{ status, mediaType, count, judged },
      isDocumented: documentedResponse(operation, status) !== undefined,
      first: shownExchange(first, target),
    })),
    ...(others === 0 ? {} : { others }),
  };
}

/** What looks like no media type, or like a secret, is not told. */
function shortType(type: string): string {
  if (type === '') return '';
  return /^[\w.+*-]{1,30}\/[\w.+*-]{1,40}$/.test(type) && !/\w{24,}/.test(type) ? type : '(other)';
}
