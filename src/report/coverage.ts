import type { Exchange } from '../model/exchange.ts';
import type { RunResult, SpecifiedOperation } from '../model/run-result.ts';

/** How often an operation answered with a status. */
export interface SeenStatus {
  /** `200`; `none` where no answer came. */
  readonly status: string;
  readonly count: number;
  /** Whether the document has it, be it as `4XX` or `default`. */
  readonly isDocumented: boolean;
}

/** What was seen of one operation. */
export interface OperationCoverage extends SpecifiedOperation {
  /** How often it was called. */
  readonly calls: number;
  /** In the order of the statuses. */
  readonly seen: readonly SeenStatus[];
  /** Documented statuses that never came; of a range and of `default`, none that is not named beside. */
  readonly unseen: readonly string[];
}

/** What of the specification was exercised. */
export interface Coverage {
  /** In the order of the specification. */
  readonly operations: readonly OperationCoverage[];
  /** Operations that were called and are not in the specification, by their ids, with their calls. */
  readonly others: readonly { readonly operationId: string; readonly calls: number }[];
  readonly exercised: number;
  /** Documented statuses that were seen, of all that are documented. */
  readonly statuses: { readonly seen: number; readonly total: number };
}

/** What a document calls a status that came, as closely as it can: `404`, else `4XX`, else `default`. */
function documentedAs(documented: readonly string[], status: string): string | undefined {
  const range = `${status[0]}XX`;
  return (
    documented.find((one) => one === status) ??
    documented.find((one) => one.toUpperCase() === range) ??
    documented.find((one) => one === 'default' && status !== 'none')
  );
}

function tally(exchanges: Iterable<Exchange>): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const calls = new Map<string, Map<string, number>>();
  for (const { operationId, response } of exchanges) {
    if (operationId === undefined) continue;
    const status = String(response?.status ?? 'none');
    const statuses = calls.get(operationId) ?? new Map<string, number>();
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    calls.set(operationId, statuses);
  }
  return calls;
}

function sum(statuses: ReadonlyMap<string, number> | undefined): number {
  return [...(statuses?.values() ?? [])].reduce((total, count) => total + count, 0);
}

function ofAnswered(answered: NonNullable<RunResult['answered']>): ReturnType<typeof tally> {
  const entries = Object.entries(answered);
  return new Map(entries.map(([id, statuses]) => [id, new Map(Object.entries(statuses))]));
}

/**
 * Holds what was exchanged against the operations that there are.
 * @param answered what was counted, where the exchanges are only examples
 */
export function coverage(
  specified: readonly SpecifiedOperation[],
  exchanges: Iterable<Exchange>,
  answered?: RunResult['answered'],
): Coverage {
  const calls = answered === undefined ? tally(exchanges) : ofAnswered(answered);
  const operations = specified.map((operation) => {
    const statuses = calls.get(operation.operationId) ?? new Map<string, number>();
    const came = [...statuses].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const met = new Set(came.map(([status]) => documentedAs(operation.statuses, status)));
    const seen = came.map(([status, count]) => {
      const isDocumented = documentedAs(operation.statuses, status) !== undefined;
      return { status, count, isDocumented };
    });
    const unseen = operation.statuses.filter((one) => !met.has(one));
    return { ...operation, calls: sum(statuses), seen, unseen };
  });
  const known = new Set(specified.map(({ operationId }) => operationId));
  const others = [...calls]
    .filter(([operationId]) => !known.has(operationId))
    .map(([operationId, statuses]) => ({ operationId, calls: sum(statuses) }));
  const total = operations.reduce((count, { statuses }) => count + statuses.length, 0);
  const unseen = operations.reduce((count, operation) => count + operation.unseen.length, 0);
  return {
    operations,
    others,
    exercised: operations.filter((operation) => operation.calls > 0).length,
    statuses: { seen: total - unseen, total },
  };
}
