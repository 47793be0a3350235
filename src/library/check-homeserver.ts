import { type RunControl, runPlan } from '../engine/run-plan.ts';
import type { RunResult } from '../model/run-result.ts';
import { createPlan, type PlanOptions } from './create-plan.ts';

/**
 * Holds a homeserver against the specification: what the command `run` does, as plain data.
 * `result.exitCode` is 0 where it conforms, 1 where it does not, 2 where that cannot be said; then
 * `result.problems` or the outcomes say why. A homeserver that cannot be reached is such a result.
 * @throws TypeError for a target that is no http(s) URL.
 * @throws RangeError, SpecificationError, ExpectationsError as `createPlan` does.
 */
export async function checkHomeserver(
  options: PlanOptions,
  control?: RunControl,
): Promise<RunResult> {
  return runPlan(await createPlan(options), control);
}
