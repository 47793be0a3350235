import type { Outcome } from '../model/outcome.ts';
import type { RunEvent } from '../model/run-event.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { findVersions } from './find-versions.ts';
import type { Plan } from './plan.ts';
import type { Ground } from './run-scenario.ts';
import { neverRun, runWithTries, unsafeNow } from './run-with-tries.ts';
import { withExpectations } from './with-expectations.ts';

/**
 * Makes a function that runs one scenario of a plan and gives its outcome. Where the homeserver
 * has stopped answering, or the run is interrupted, those that come later are not waited for: each
 * of them ends as an error that says so. Each outcome is held against what was expected of it.
 */
export function scenarioRunner(
  plan: Plan,
  ground: Ground,
  emit: (event: RunEvent) => void,
): (scenario: Scenario) => Promise<Outcome> {
  let gone = '';
  const run = async (scenario: Scenario): Promise<Outcome> => {
    if (ground.signal.aborted) return neverRun(scenario, 'the run was interrupted before it began');
    if (gone !== '') return neverRun(scenario, gone);
    const { id, unsafe } = scenario;
    if (unsafe !== undefined && !plan.unsafe) return unsafeNow(scenario, unsafe);
    emit({ type: 'scenario-started', id });
    const onWait = (waitMs: number) => emit({ type: 'rate-limited', id, waitMs });
    const outcome = await runWithTries(ground, scenario, plan.tries, onWait);
    if (outcome.verdict === 'error' && gone === '' && !ground.signal.aborted) {
      const still = await findVersions(ground, 0);
      if ('problem' in still) gone = `the homeserver stopped answering: ${still.problem}`;
    }
    return outcome;
  };
  return withExpectations(plan, ground.facts, run);
}
