import type { Outcome } from '../model/outcome.ts';
import type { RunEvent } from '../model/run-event.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { findVersions } from './find-versions.ts';
import type { Plan } from './plan.ts';
import type { Ground } from './run-scenario.ts';
import { neverRun, runWithTries } from './run-with-tries.ts';

/**
 * Runs the scenarios, some at once, and gives exactly one outcome for each, in their order.
 * Where the homeserver has stopped answering, or the run is interrupted, the rest is not waited
 * for: each of them ends as an error that says so.
 */
export async function runScenarios(
  plan: Plan,
  ground: Ground,
  scenarios: readonly Scenario[],
  emit: (event: RunEvent) => void,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<Scenario, Outcome>();
  const queue = [...scenarios];
  let gone = '';
  const work = async (): Promise<void> => {
    for (let scenario = queue.shift(); scenario !== undefined; scenario = queue.shift()) {
      const outcome = await one(scenario);
      outcomes.set(scenario, outcome);
      emit({ type: 'scenario-finished', outcome });
    }
  };
  const one = async (scenario: Scenario): Promise<Outcome> => {
    if (ground.signal.aborted) return neverRun(scenario, 'the run was interrupted before it began');
    if (gone !== '') return neverRun(scenario, gone);
    const { id } = scenario;
    emit({ type: 'scenario-started', id });
    const onWait = (waitMs: number) => emit({ type: 'rate-limited', id, waitMs });
    const outcome = await runWithTries(ground, scenario, plan.tries, onWait);
    if (outcome.verdict === 'error' && gone === '' && !ground.signal.aborted) {
      const still = await findVersions(ground, 0);
      if ('problem' in still) gone = `the homeserver stopped answering: ${still.problem}`;
    }
    return outcome;
  };
  await Promise.all(Array.from({ length: plan.concurrency }, work));
  return scenarios.map((scenario) => outcomes.get(scenario) ?? neverRun(scenario, 'it was lost'));
}
