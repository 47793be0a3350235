import type { Contract } from '../../client/contract.ts';
import type { Outcome, Try } from '../../model/outcome.ts';
import type { RunResult } from '../../model/run-result.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { outcomeOf } from '../run-with-tries.ts';
import type { RegradePlan } from './regrade-plan.ts';
import { replayTry } from './replay-try.ts';

/** An outcome graded again, or as it was recorded. */
export interface Graded {
  readonly outcome: Outcome;
  readonly isRegraded: boolean;
  /** Why it was not graded again; none where there was nothing to grade. */
  readonly doubt?: string;
}

/** Grades one recorded outcome again; where any of its tries cannot be, it stands as it was. */
export async function regradeOutcome(
  run: RunResult,
  contract: Contract,
  { suites, specification }: Pick<RegradePlan, 'suites' | 'specification'>,
  scenario: Scenario,
  recorded: Outcome,
): Promise<Graded> {
  const kept = asItWas(recorded);
  const { operations = [] } = suites.find(({ name }) => name === scenario.suite) ?? {};
  if (!operations.some((operation) => contract.has(operation))) {
    const doubt = `${specification.source} documents none of the operations of its suite`;
    return { outcome: kept, isRegraded: false, doubt };
  }
  if (recorded.tries.length === 0) {
    const isLeftOut = recorded.verdict === 'unsupported';
    const doubt = isLeftOut ? {} : { doubt: 'it was not run when it was recorded' };
    return { outcome: kept, isRegraded: false, ...doubt };
  }
  const tries: Try[] = [];
  for (const one of recorded.tries) {
    const replayed = await replayTry(run, contract, scenario, one);
    if ('doubt' in replayed) return { outcome: kept, isRegraded: false, doubt: replayed.doubt };
    tries.push(replayed.told);
  }
  const { durationMs } = recorded;
  return { outcome: { ...outcomeOf(scenario, tries), durationMs }, isRegraded: true };
}

/** Without what was expected of it: that is judged anew. */
function asItWas({ expectation: _, ...outcome }: Outcome): Outcome {
  return outcome;
}
