import { join } from 'node:path';
import type { RunResult } from '../model/run-result.ts';
import { isOpen } from '../model/standing.ts';

/** Where each run leaves what `--only @failed` reads. */
export const lastRunFile = join('reports', 'last-run.json');

/** What is known to fail of a homeserver, by the runs against it so far. */
export interface LastRun {
  /** As it was given; none for the embedded reference homeserver. */
  readonly target?: string;
  /** ISO 8601: when the last run began. */
  readonly startedAt: string;
  /** The ids of what stood against the homeserver, or was unclear, when it was last run. */
  readonly failed: readonly string[];
}

/**
 * What is to be remembered after a run. Whatever was run now counts as it came out; what was not run
 * stays as it was, so that a run of some loses nothing of the others. What failed against another
 * target is no news of this one.
 * @param known the ids of all scenarios: others cannot be run any more, and are forgotten.
 */
export function afterRun(
  before: LastRun | undefined,
  { outcomes, plan, startedAt }: RunResult,
  target: string | undefined,
  known: readonly string[],
): LastRun {
  const isRun = outcomes.filter(({ tries }) => tries.length > 0);
  const news = isRun.filter((one) => isOpen(one, plan.strict));
  const now = new Set(news.map(({ id }) => id));
  // Skipped, or not allowed to be run: that says nothing of what it came to before.
  const ran = new Set(isRun.map(({ id }) => id));
  const old = before?.target === target ? (before?.failed ?? []) : [];
  const kept = new Set(old.filter((id) => !ran.has(id)));
  return {
    ...(target === undefined ? {} : { target }),
    startedAt,
    failed: known.filter((id) => now.has(id) || kept.has(id)),
  };
}
