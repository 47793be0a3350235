import { realpath } from 'node:fs/promises';
import { ExpectationsError } from '../expectations/expectations-error.ts';
import type { ReadOptions } from '../expectations/read-expectations.ts';
import { type Update, updateExpectations } from '../expectations/update-expectations.ts';
import { fileTrouble } from '../model/file-trouble.ts';
import type { RunResult } from '../model/run-result.ts';
import { plural } from '../report/plural.ts';
import { tellUpdate } from '../report/tell-update.ts';
import { readOptionsFor, textOf } from './read-expectations-file.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Brings the expectations file up to date with a run, and says what it did.
 * @param options how the file is read, where its ids are not those of scenarios
 * @returns whether the file can be used as it is now: no reason of it lacks.
 */
export async function updateExpectationsFile(
  file: string,
  result: RunResult,
  out: NodeJS.WriteStream,
  options: ReadOptions = readOptionsFor(file),
): Promise<boolean> {
  const wasRun = result.outcomes.some(({ tries }) => tries.length > 0);
  if (result.interrupted || !wasRun) {
    const why = result.interrupted ? 'the run was interrupted' : 'nothing was run';
    process.stderr.write(`${file} was left as it is: ${why}.\n`);
    return false;
  }
  try {
    const text = await textOf(file);
    const update = updateExpectations(text, options, result.outcomes);
    if (update.text !== text) await write(file, update);
    out.write(tellUpdate(file, update, { isNew: text === undefined }));
    if (update.toFillIn.length === 0) return true;
    const [first, ...more] = update.toFillIn;
    const rest = more.length === 0 ? '' : `, and ${plural(more.length, 'reason')} below it`;
    process.stderr.write(
      `Fill in the reason at ${file}:${first}${rest}: without it the next run stops.\n`,
    );
  } catch (error) {
    const isTold = error instanceof UsageError || error instanceof ExpectationsError;
    if (!isTold) throw error;
    process.stderr.write(`${error.message}\n`);
  }
  return false;
}

async function write(file: string, { text }: Update): Promise<void> {
  try {
    // A link stays one: what it leads to is written.
    await writeWhole(await realpath(file).catch(() => file), text);
  } catch (error) {
    throw new UsageError(`--expectations ${file} cannot be written: ${fileTrouble(error)}.`);
  }
}
