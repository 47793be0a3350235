import { concludeRun } from '../engine/conclude-run.ts';
import type { Checker } from '../engine/plan.ts';
import type { PlanFacts, RunResult } from '../model/run-result.ts';

/** What is known of a run that could not start. */
export type KnownOfPlan = Partial<PlanFacts> & Pick<PlanFacts, 'specification' | 'strict'>;

/** The result of a run that could not start: told in the reports, or a stale one would lie. */
export function nothingRun(
  known: KnownOfPlan,
  checker: Checker,
  startedAt: Date,
  ...problems: readonly string[]
): RunResult {
  const unknown = { target: 'nothing', operations: 0, concurrency: 0, timeoutSeconds: 0 };
  const end = { startedAt, outcomes: [], problems, interrupted: false };
  return concludeRun({ ...unknown, ...known }, checker, { ...end, server: undefined });
}
