import { readFile } from 'node:fs/promises';
import { suites } from '../../suites/suites.ts';
import { ExpectationsError } from '../expectations/expectations-error.ts';
import type { ReadOptions } from '../expectations/read-expectations.ts';
import type { Expectations } from '../model/expectation.ts';
import { fileTrouble } from '../model/file-trouble.ts';
import type { Settings } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** How the program reads a file: with the ids of all scenarios, also of those that it does not run. */
export function readOptionsFor(file: string): ReadOptions {
  return { file, ids: suites.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)) };
}

/** The text of a file, or none where it is not there. @throws UsageError where it cannot be read. */
export async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UsageError(`--expectations ${file} cannot be read: ${fileTrouble(error)}.`);
  });
}

/**
 * What the homeserver is known to get wrong, where a file says so.
 * @throws UsageError with every fault of the file. One that is about to be brought up to date may
 * be missing, and so may its reasons.
 */
export async function readExpectationsFile({
  values,
  updateExpectations,
}: Settings): Promise<Expectations | undefined> {
  const { expectations: file, shard } = values;
  if (file === undefined) {
    if (!updateExpectations) return undefined;
    throw new UsageError('--update-expectations needs --expectations FILE: what it is to write.');
  }
  if (updateExpectations && shard !== undefined) {
    throw new UsageError(
      '--update-expectations cannot go with --shard: each shard would write the file without what the others found. Run it once without.',
    );
  }
  return readExpectationsWith(readOptionsFor(file), updateExpectations);
}

/**
 * The same for whatever the ids of the file stand for.
 * @param isUpdated whether the file is about to be brought up to date
 * @throws UsageError with every fault of the file
 */
export async function readExpectationsWith(
  options: ReadOptions,
  isUpdated: boolean,
): Promise<Expectations> {
  const { file } = options;
  const text = await textOf(file);
  if (text === undefined && !isUpdated) {
    throw new UsageError(
      `--expectations ${file} cannot be read: there is no such file. --update-expectations makes one.`,
    );
  }
  // With it comes a YAML parser that most runs have no use for.
  const { readExpectations } = await import('../expectations/read-expectations.ts');
  try {
    return readExpectations(text ?? '', { ...options, reasonsMayLack: isUpdated });
  } catch (error) {
    throw error instanceof ExpectationsError ? new UsageError(...error.faults) : error;
  }
}
