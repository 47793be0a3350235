import { countVerdicts } from '../model/count-verdicts.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PlanFacts, RunResult, ServerFacts, SpecifiedOperation } from '../model/run-result.ts';
import { exitCode } from './exit-code.ts';
import type { Checker, Plan } from './plan.ts';
import { unknownServer } from './preflight.ts';

/** What a run came to, before it is told. */
export interface RunEnd {
  readonly startedAt: Date;
  readonly outcomes: readonly Outcome[];
  readonly problems: readonly string[];
  readonly interrupted: boolean;
  readonly server: ServerFacts | undefined;
  readonly specified?: readonly SpecifiedOperation[];
}

/** What was asked for, without what is not plain data. */
export function planFacts(plan: Plan): PlanFacts {
  const { shard, only, expectations, rateLimitWaitMs } = plan;
  const { adminToken, applicationServiceToken, applicationServicePrefix } = plan.accounts;
  const servicePrefix = applicationServicePrefix ?? '';
  return {
    target: plan.target,
    ...(plan.embedded === undefined ? {} : { embedded: plan.embedded }),
    specification: plan.specification.source,
    operations: plan.specification.operations.length,
    strict: plan.strict,
    concurrency: plan.concurrency,
    timeoutSeconds: plan.timeoutMs / 1000,
    ...(rateLimitWaitMs === undefined ? {} : { rateLimitWaitSeconds: rateLimitWaitMs / 1000 }),
    ...(plan.unsafe ? { unsafe: true as const } : {}),
    ...(adminToken === undefined ? {} : { administrator: true as const }),
    ...(applicationServiceToken === undefined ? {} : { servicePrefix }),
    ...(shard === undefined ? {} : { shard: `${shard.index}/${shard.count}` }),
    ...(only === undefined ? {} : { only: typeof only === 'string' ? only : byIds(only) }),
    ...(expectations === undefined ? {} : { expectations: expectations.file }),
  };
}

/** Every operation that the homeserver can be held to, as plain data. */
export function specifiedOperations({
  specification,
}: Pick<Plan, 'specification'>): readonly SpecifiedOperation[] {
  return specification.operations.map(({ operationId, method, path, responses }) => ({
    operationId,
    method,
    path,
    statuses: Object.keys(responses),
  }));
}

/** A list of ids in short. */
function byIds([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'none';
  return others.length === 0 ? first : `${first} and ${others.length} more, by their ids`;
}

/** The whole result, from what the scenarios came to. */
export function concludeRun(plan: PlanFacts, checker: Checker, end: RunEnd): RunResult {
  const { outcomes, problems, interrupted } = end;
  // A published result, when it is graded again, has null where it leaves one out.
  const exchanges = outcomes
    .flatMap(({ tries }) => tries.flatMap((one) => one.exchanges))
    .filter((one) => one !== null);
  return {
    checker: { name: 'matrix-conformance', version: checker.version },
    startedAt: end.startedAt.toISOString(),
    durationMs: Date.now() - end.startedAt.getTime(),
    plan,
    server: end.server ?? unknownServer,
    ...(checker.proof === undefined ? {} : { proof: checker.proof }),
    outcomes,
    ...(end.specified === undefined ? {} : { specified: end.specified }),
    counts: countVerdicts(outcomes),
    exchanges: exchanges.length,
    rateLimit: {
      waits: exchanges.reduce((sum, { rateLimitWaits }) => sum + rateLimitWaits, 0),
      waitedMs: exchanges.reduce((sum, { rateLimitWaitedMs }) => sum + rateLimitWaitedMs, 0),
    },
    problems,
    interrupted,
    exitCode: exitCode({ outcomes, strict: plan.strict, problems, interrupted }),
  };
}
