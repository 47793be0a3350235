import type { Outcome } from '../model/outcome.ts';
import type { RunEvent } from '../model/run-event.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Plan } from './plan.ts';
import type { Ground } from './run-scenario.ts';
import { neverRun } from './run-with-tries.ts';
import { scenarioRunner } from './scenario-runner.ts';
import { shuffled } from './shuffled.ts';

/** Runs the scenarios, some at once, and gives exactly one outcome for each, in their order. */
export async function runScenarios(
  plan: Plan,
  ground: Ground,
  scenarios: readonly Scenario[],
  emit: (event: RunEvent) => void,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<Scenario, Outcome>();
  const queue = plan.shuffle === undefined ? [...scenarios] : shuffled(scenarios, plan.shuffle);
  const run = scenarioRunner(plan, ground, emit);
  const work = async (): Promise<void> => {
    for (let scenario = queue.shift(); scenario !== undefined; scenario = queue.shift()) {
      const outcome = await run(scenario);
      outcomes.set(scenario, outcome);
      emit({ type: 'scenario-finished', outcome });
    }
  };
  await Promise.all(Array.from({ length: plan.concurrency }, work));
  return scenarios.map((scenario) => outcomes.get(scenario) ?? neverRun(scenario, 'it was lost'));
}
