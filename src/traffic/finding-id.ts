import type { Operation } from '../model/operation.ts';
import type { TrafficSide } from '../model/traffic.ts';

/** What a finding is called by. */
export interface FindingPlace {
  readonly side: TrafficSide;
  readonly operation: Pick<Operation, 'api' | 'operationId'>;
  readonly status: number;
  /** `every-response/body-matches-its-schema`. */
  readonly requirement: string;
  /** As `placeOf` gives it. */
  readonly place?: string;
}

/**
 * The id of a finding, by which it is counted and expected: no two root causes have the same one,
 * and it is no other in the next run.
 */
export function findingId({
  side,
  operation,
  status,
  requirement,
  place = '',
}: FindingPlace): string {
  const rule = requirement.slice(requirement.indexOf('/') + 1);
  const at = place.split(/[/ ]/).filter((word) => word !== '');
  const words = [
    operationLabel(operation),
    status,
    ...(side === 'client' ? ['request'] : []),
    rule,
  ];
  return [...words, ...at.map(plainWord)].join('/').slice(0, 300);
}

/** The operation's id; of another API than the client-server one with that before it. */
export function operationLabel({
  api,
  operationId,
}: Pick<Operation, 'api' | 'operationId'>): string {
  return api === 'client-server' || api === 'unknown' ? operationId : `${api}.${operationId}`;
}

/** What YAML and a shell leave alone. */
function plainWord(word: string): string {
  return word.replaceAll(/[^\w.*~$@+-]/g, '_');
}
