import { visible } from '../report/visible.ts';
import type { Suite } from '../scenario/suite.ts';
import { bareTarget } from './bare-target.ts';
import { lastRunFile } from './last-run.ts';
import { readLastRun } from './read-last-run.ts';
import type { Settings } from './settings.ts';
import { UsageError } from './usage-error.ts';

/**
 * What `--only @failed` and `--only @failed=RESULT.json` stand for: the ids of what failed, as far
 * as the chosen suites have it. Nothing for any other pattern.
 * @throws UsageError where nothing is known to have failed, as nothing run is never a pass.
 */
export async function readFailed(
  { values, strict }: Settings,
  suites: readonly Suite[],
): Promise<{ readonly only?: readonly string[] }> {
  const { only = '' } = values;
  if (!only.startsWith('@')) return {};
  const [, named] = /^@failed(?:=(.+))?$/s.exec(only) ?? [only, undefined];
  if (named === undefined && only !== '@failed') {
    throw new UsageError(`--only ${only} is unknown: @failed or @failed=RESULT.json is meant.`);
  }
  const file = named ?? lastRunFile;
  const last = await readLastRun(file, strict);
  if (last === undefined) {
    const cure = named === undefined ? ': run once without it.' : '.';
    throw new UsageError(`--only ${only} finds no ${file}${cure}`);
  }
  if (last.failed.length === 0) {
    throw new UsageError(`Nothing failed by ${file}, so that there is nothing to run again.`);
  }
  checkTarget(values.target, named === undefined ? last.target : undefined);
  const ids = new Set(suites.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)));
  const there = last.failed.filter((id) => ids.has(id));
  const gone = last.failed.filter((id) => !ids.has(id)).map((id) => visible(id, 100));
  const names = `${gone.slice(0, 5).join(', ')}${gone.length > 5 ? ` and ${gone.length - 5} more` : ''}`;
  if (there.length === 0) {
    throw new UsageError(`Of what failed by ${file} there is nothing here to run: ${names}.`);
  }
  if (gone.length > 0) process.stderr.write(`Not here, and not run again: ${names}.\n`);
  return { only: there };
}

/** Another homeserver is told; the embedded one would pass what a real one did not. */
function checkTarget(now: string | undefined, then: string | undefined): void {
  const bare = now === undefined ? undefined : bareTarget(now);
  if (then === undefined || bare === then) return;
  const shown = visible(then, 200);
  if (now === undefined) throw new UsageError(`The last run was against ${shown}: give --target.`);
  process.stderr.write(`What is run again failed against ${shown}.\n`);
}
