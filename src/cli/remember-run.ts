import { suites } from '../../suites/suites.ts';
import { fileTrouble } from '../model/file-trouble.ts';
import type { RunResult } from '../model/run-result.ts';
import { afterRun, lastRunFile } from './last-run.ts';
import { readLastRun } from './read-last-run.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Leaves behind what `--only @failed` reads. A folder that cannot be written is a note, and no more:
 * the run has its verdict. Where nothing was run, all stays as it was.
 * @param target as it was given; none for the embedded reference homeserver.
 * @returns whether there is something to be run again.
 */
export async function rememberRun(result: RunResult, target: string | undefined): Promise<boolean> {
  if (result.outcomes.every(({ tries }) => tries.length === 0)) return false;
  // A file that makes no sense is no loss.
  const before = await readLastRun(lastRunFile, result.plan.strict).catch(() => undefined);
  const known = suites.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
  const now = afterRun(before, result, target, known);
  try {
    await writeWhole(lastRunFile, `${JSON.stringify(now, undefined, 2)}\n`);
  } catch (error) {
    process.stderr.write(
      `${lastRunFile} cannot be written (${fileTrouble(error)}): --only @failed will not know this run.\n`,
    );
    return false;
  }
  return now.failed.length > 0;
}
