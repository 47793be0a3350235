import { readFile } from 'node:fs/promises';
import { type Baseline, readBaseline, writeBaseline } from '../examples/baseline.ts';
import type { ExampleFinding } from '../model/example-finding.ts';
import { fileTrouble } from '../model/file-trouble.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

/**
 * The findings that a file says are known; none where no file is named.
 * @throws UsageError where it cannot be read; one that is about to be written may be missing
 */
export async function readBaselineFile(
  file: string | undefined,
  mayBeMissing: boolean,
): Promise<Baseline> {
  if (file === undefined) return { findings: [] };
  try {
    return readBaseline(await readFile(file, 'utf8'));
  } catch (error) {
    const isMissing = (error as { code?: unknown }).code === 'ENOENT';
    if (isMissing && mayBeMissing) return { findings: [] };
    const isOfSystem = error instanceof Error && 'code' in error;
    const reason = isOfSystem ? fileTrouble(error) : (error as Error).message;
    const advice = isMissing ? ' --update-baseline writes it.' : '';
    throw new UsageError(`The baseline ${file} cannot be read: ${reason}.${advice}`);
  }
}

/** Writes the findings as known. @throws UsageError where they cannot be written. */
export async function writeBaselineFile(
  file: string,
  findings: readonly ExampleFinding[],
): Promise<void> {
  try {
    await writeWhole(file, writeBaseline(findings));
  } catch (error) {
    throw new UsageError(`The baseline ${file} cannot be written: ${fileTrouble(error)}.`);
  }
}
