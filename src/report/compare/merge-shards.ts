import type { Outcome } from '../../model/outcome.ts';
import type { RunResult } from '../../model/run-result.ts';
import { type Verdict, verdicts } from '../../model/verdict.ts';

/** `2/3` as numbers; a file may say what no run is cut into, and is then taken for a whole. */
function shardOf(result: RunResult): { readonly index: number; readonly count: number } {
  const [, index = '1', count = '1'] = /^(\d{1,4})\/(\d{1,4})$/.exec(result.plan.shard ?? '') ?? [];
  return { index: Number(index), count: Number(count) };
}

/** Whether these are different parts of one run: `--shard 1/3`, `2/3`, with all else alike. */
export function areShards(results: readonly RunResult[]): boolean {
  const shards = results.map(shardOf);
  const indexes = new Set(shards.map(({ index }) => index));
  const counts = new Set(shards.map(({ count }) => count));
  const others = new Set(
    results.map(({ checker, server, plan }) =>
      JSON.stringify([checker.version, server.software, plan.specification, plan.only]),
    ),
  );
  const isParted = (shards[0]?.count ?? 1) > 1;
  return isParted && indexes.size === results.length && counts.size === 1 && others.size === 1;
}

/** A sharded run takes every n-th scenario: put together they stand in the order of the suites. */
function inOrder(parts: readonly RunResult[]): readonly Outcome[] {
  const longest = Math.max(...parts.map(({ outcomes }) => outcomes.length));
  return Array.from({ length: longest }, (_, position) =>
    parts.flatMap(({ outcomes }) => outcomes[position] ?? []),
  ).flat();
}

/**
 * The parts of one run as one; what is missing of it is a problem of the whole.
 * @param results parts of one run: see `areShards`
 */
export function mergeShards(results: readonly [RunResult, ...RunResult[]]): RunResult {
  const parts = results.toSorted((a, b) => shardOf(a).index - shardOf(b).index);
  const { count } = shardOf(results[0]);
  const given = parts.map((part) => shardOf(part).index);
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (index) => !given.includes(index),
  );
  const sum = (of: (part: RunResult) => number) => parts.reduce((all, one) => all + of(one), 0);
  const { shard: _, ...plan } = results[0].plan;
  const counts = verdicts.map((verdict) => [verdict, sum((part) => part.counts[verdict])] as const);
  return {
    ...results[0],
    plan: missing.length === 0 ? plan : { ...plan, shard: `${given.join(' and ')} of ${count}` },
    durationMs: Math.max(...parts.map(({ durationMs }) => durationMs)),
    outcomes: inOrder(parts),
    counts: Object.fromEntries(counts) as Record<Verdict, number>,
    exchanges: sum(({ exchanges }) => exchanges),
    rateLimit: {
      waits: sum(({ rateLimit }) => rateLimit.waits),
      waitedMs: sum(({ rateLimit }) => rateLimit.waitedMs),
    },
    problems: [
      ...parts.flatMap(({ problems }) => problems),
      ...missing.map((index) => `shard ${index}/${count} was not given`),
    ],
    interrupted: parts.some(({ interrupted }) => interrupted),
  };
}
