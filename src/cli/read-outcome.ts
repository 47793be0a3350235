import type { Exchange } from '../model/exchange.ts';
import { expectables, type Judgement, type Met } from '../model/expectation.ts';
import type { Outcome, Try } from '../model/outcome.ts';
import { verdicts } from '../model/verdict.ts';
import { decidingKinds, type Violation, type ViolationKind } from '../model/violation.ts';
import {
  flagOf,
  listOf,
  mapOf,
  memberOf,
  numberOf,
  optional,
  type ResultMember,
  textOf,
  textsOf,
  wordOf,
} from './result-members.ts';

const levels = ['MUST', 'SHOULD', 'UNSPECIFIED'] as const;

const mets = Object.keys({
  expected: true,
  'unexpected-pass': true,
  changed: true,
  regression: true,
  unclear: true,
  skipped: true,
  expired: true,
  'other-version': true,
} satisfies Record<Met, true>) as readonly Met[];

const violationKinds = decidingKinds.filter((kind): kind is ViolationKind => kind !== 'timeout');

function exchangeOf(of: ResultMember): Exchange {
  const at = (name: string) => memberOf(of, name);
  const request = at('request');
  return {
    ...optional(of, 'operationId', textOf),
    ...optional(of, 'user', textOf),
    request: {
      method: textOf(memberOf(request, 'method')),
      url: textOf(memberOf(request, 'url')),
      headers: mapOf(memberOf(request, 'headers')),
      ...optional(request, 'body', textOf),
    },
    ...optional(of, 'response', (response) => ({
      status: numberOf(memberOf(response, 'status')),
      headers: mapOf(memberOf(response, 'headers')),
      body: textOf(memberOf(response, 'body')),
      truncated: flagOf(memberOf(response, 'truncated')),
    })),
    ...optional(of, 'failure', textOf),
    startedAt: textOf(at('startedAt')),
    durationMs: numberOf(at('durationMs')),
    rateLimitWaits: numberOf(at('rateLimitWaits')),
    rateLimitWaitedMs: numberOf(at('rateLimitWaitedMs')),
    curl: textOf(at('curl')),
  };
}

function violationOf(of: ResultMember, placeOf: ReadonlyMap<number, number>): Violation {
  const at = (name: string) => memberOf(of, name);
  const { exchange: pointed } = optional(of, 'exchange', numberOf);
  const exchange = pointed === undefined ? undefined : placeOf.get(pointed);
  return {
    requirement: textOf(at('requirement')),
    level: wordOf(at('level'), levels),
    kind: wordOf(at('kind'), violationKinds),
    subject: textOf(at('subject')),
    message: textOf(at('message')),
    expected: textOf(at('expected')),
    actual: textOf(at('actual')),
    underTest: flagOf(at('underTest')),
    ...(exchange === undefined ? {} : { exchange }),
  };
}

/** Published results keep the exchanges that show something, and null in the place of others. */
function tryOf(of: ResultMember): Try {
  const at = (name: string) => memberOf(of, name);
  const kept = listOf(at('exchanges')).flatMap((one, index) =>
    one.value === null ? [] : [[index, one] as const],
  );
  const placeOf = new Map(kept.map(([index], place) => [index, place]));
  return {
    verdict: wordOf(at('verdict'), verdicts),
    reason: textOf(at('reason')),
    ...optional(of, 'kind', (kind) => wordOf(kind, decidingKinds)),
    durationMs: numberOf(at('durationMs')),
    exchanges: kept.map(([, exchange]) => exchangeOf(exchange)),
    violations: listOf(at('violations')).map((violation) => violationOf(violation, placeOf)),
    checks: numberOf(at('checks')),
    notes: textsOf(at('notes')),
  };
}

function judgementOf(of: ResultMember): Judgement {
  const at = (name: string) => memberOf(of, name);
  return {
    expect: wordOf(at('expect'), expectables),
    reason: textOf(at('reason')),
    ...optional(of, 'url', textOf),
    ...optional(of, 'kind', (kind) => wordOf(kind, decidingKinds)),
    ...optional(of, 'versions', textOf),
    ...optional(of, 'until', textOf),
    file: textOf(at('file')),
    line: numberOf(at('line')),
    met: wordOf(at('met'), mets),
    told: textOf(at('told')),
  };
}

/** One outcome of a result file. @throws ResultError for what is none. */
export function readOutcome(of: ResultMember): Outcome {
  const at = (name: string) => memberOf(of, name);
  return {
    id: textOf(at('id')),
    level: wordOf(at('level'), levels),
    title: textOf(at('title')),
    section: textOf(at('section')),
    rows: textsOf(at('rows')),
    ...optional(of, 'since', textOf),
    suite: textOf(at('suite')),
    verdict: wordOf(at('verdict'), verdicts),
    reason: textOf(at('reason')),
    ...optional(of, 'kind', (kind) => wordOf(kind, decidingKinds)),
    intermittent: flagOf(at('intermittent')),
    tries: listOf(at('tries')).map(tryOf),
    durationMs: numberOf(at('durationMs')),
    ...optional(of, 'expectation', judgementOf),
  };
}
