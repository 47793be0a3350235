import { Contract } from '../../client/contract.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Change } from '../../model/regraded.ts';
import type { PlanFacts, RunResult } from '../../model/run-result.ts';
import { concludeRun, specifiedOperations } from '../conclude-run.ts';
import { exitCode } from '../exit-code.ts';
import { withExpectations } from '../with-expectations.ts';
import { absentees } from './absentees.ts';
import { changeOf } from './change-of.ts';
import { regradeOutcome } from './regrade-outcome.ts';
import type { RegradePlan } from './regrade-plan.ts';

/**
 * Grades a recorded run again: tells the stories of today's scenarios to what was recorded, holds
 * the answers against the documents given, and says what is not as it was. Nothing is sent anywhere.
 * Where the recording does not do, the old verdict stands, and is told as such.
 *
 * @param run a result with all its exchanges, as `--report json` writes it
 * @param onStep told how many scenarios are done
 */
export async function regrade(
  run: RunResult,
  plan: RegradePlan,
  onStep: (done: number) => void = () => {},
): Promise<RunResult> {
  const contract = new Contract(plan.specification, plan.fallback);
  const known = plan.suites.flatMap(({ scenarios }) => scenarios);
  const scenarios = new Map(known.map((scenario) => [scenario.id, scenario]));
  const outcomes: Outcome[] = [];
  const changes: Change[] = [];
  let count = 0;
  for (const [index, recorded] of run.outcomes.entries()) {
    onStep(index);
    const scenario = scenarios.get(recorded.id);
    if (scenario === undefined) continue;
    const graded = await regradeOutcome(run, contract, plan, scenario, recorded);
    const judged = withExpectations(plan, run.server, async () => graded.outcome);
    outcomes.push(await judged(scenario));
    count += graded.isRegraded ? 1 : 0;
    changes.push(...changeOf(recorded, graded));
  }
  changes.push(...absentees(run, known));
  return concluded(run, plan, { outcomes, changes, count });
}

interface End {
  readonly outcomes: readonly Outcome[];
  readonly changes: readonly Change[];
  readonly count: number;
}

function concluded(run: RunResult, plan: RegradePlan, { outcomes, changes, count }: End) {
  const problems = [...run.problems, ...(count > 0 ? [] : [nothing(run, changes)])];
  const { startedAt, durationMs, server, interrupted } = run;
  const specified = specifiedOperations(plan);
  const end = {
    startedAt: new Date(startedAt),
    outcomes,
    problems,
    interrupted,
    server,
    specified,
  };
  const { strict, checker } = plan;
  return {
    ...concludeRun(factsOf(run, plan), checker, end),
    startedAt,
    durationMs,
    // Old verdicts alone say nothing of what they would be today.
    exitCode: count === 0 ? 2 : exitCode({ outcomes, strict, problems, interrupted }),
    regraded: {
      from: run.checker.version,
      at: startedAt,
      specification: run.plan.specification,
      strict: run.plan.strict,
      scenarios: count,
      changes,
    },
  } satisfies RunResult;
}

/** What was asked for then, with what is asked for now. */
function factsOf({ plan: before }: RunResult, plan: RegradePlan): PlanFacts {
  const { expectations: _, ...rest } = before;
  const { expectations, specification, strict } = plan;
  return {
    ...rest,
    specification: specification.source,
    operations: specification.operations.length,
    strict,
    ...(expectations === undefined ? {} : { expectations: expectations.file }),
  };
}

function nothing({ outcomes }: RunResult, changes: readonly Change[]): string {
  if (outcomes.length === 0)
    return 'The recorded run holds no scenario: there is nothing to grade.';
  const why = changes.find(({ kind }) => kind === 'kept')?.why;
  return `No scenario could be graded again${why === undefined ? '' : `: ${why}`}.`;
}
