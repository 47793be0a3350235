import type { TrafficFinding, TrafficSide } from '../model/traffic.ts';
import type { FoundOperation } from '../openapi/operation-index.ts';
import type { Finding } from '../validate/finding.ts';
import type { RequestFinding } from '../validate/request-finding.ts';
import { blamedOperation } from './blamed-operation.ts';
import { findingId, operationLabel } from './finding-id.ts';
import type { JudgedExchange } from './traffic-judge.ts';

/** One thing that is wrong with an exchange. */
export interface SidedFinding {
  readonly id: string;
  readonly side: TrafficSide;
  readonly finding: Finding | RequestFinding;
}

/** All that is wrong with an exchange, each thing once. */
export function sidedFindings(judged: JudgedExchange, status: number): readonly SidedFinding[] {
  const { response, request } = judged;
  const found = blamedOperation(judged);
  if (found === undefined) return [];
  const sided = (side: TrafficSide) => (finding: Finding | RequestFinding) => {
    const { requirement, place } = finding;
    const at = { side, operation: found.operation, status, requirement };
    return { id: findingId(place === undefined ? at : { ...at, place }), side, finding };
  };
  const all = [...oneOfAPage(response).map(sided('homeserver')), ...request.map(sided('client'))];
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
}

/** What is no JSON is not called so: of a page that is one cause, and not two. */
function oneOfAPage(findings: readonly Finding[]): readonly Finding[] {
  const isPage = findings.some(({ requirement }) => requirement === 'every-response/body-is-json');
  if (!isPage) return findings;
  return findings.filter(
    ({ requirement }) => requirement !== 'every-response/content-type-is-json',
  );
}

const notShown = '(not shown, as it may be a secret or a message)';

/**
 * What is told of a finding.
 * @param redacted the same finding of the redacted exchange; where the redaction mended what was
 * wrong there is none, and what was seen is not shown
 */
export function findingFacts(
  { side, finding }: SidedFinding,
  { operation }: FoundOperation,
  status: number,
  redacted: SidedFinding | undefined,
): Omit<TrafficFinding, 'id' | 'count' | 'first' | 'smallest'> {
  const { kind, requirement, place, message, expected } = finding;
  // A number is made 0, which would be told as if it had been seen.
  const seen = redacted?.finding.actual;
  const isMasked = redacted === undefined || (seen === '0' && finding.actual !== seen);
  return {
    side,
    operation: operationLabel(operation),
    method: operation.method,
    path: operation.path,
    status,
    kind,
    requirement,
    ...(place === undefined ? {} : { place }),
    message,
    expected,
    actual: isMasked ? notShown : redacted.finding.actual,
  };
}
