import { isSkipped, judge } from '../expectations/judge.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ServerFacts } from '../model/run-result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Plan } from './plan.ts';
import { neverRun } from './run-with-tries.ts';

type Run = (scenario: Scenario) => Promise<Outcome>;

/**
 * Makes a function that runs scenarios say how each outcome met what was expected of it. What is
 * expected to fail is run all the same: only so is seen when it passes. What is to be skipped is
 * not, and ends as unsupported.
 */
export function withExpectations(
  plan: Pick<Plan, 'expectations'>,
  { software }: ServerFacts,
  run: Run,
): Run {
  const entries = new Map(plan.expectations?.entries.map((entry) => [entry.id, entry]));
  const circumstances = { software, today: new Date().toISOString().slice(0, 10) };
  return async (scenario) => {
    const expectation = entries.get(scenario.id);
    if (expectation === undefined) return run(scenario);
    const outcome = isSkipped(expectation, circumstances)
      ? skipped(scenario, expectation.reason)
      : await run(scenario);
    return { ...outcome, expectation: judge(expectation, outcome, circumstances) };
  };
}

function skipped(scenario: Scenario, reason: string): Outcome {
  const why = reason === '' ? 'no reason is given' : reason;
  return {
    ...neverRun(scenario, `skipped by the expectations: ${why}`),
    verdict: 'unsupported',
  };
}
