import { appendFile, stat } from 'node:fs/promises';
import { fileTrouble } from '../model/file-trouble.ts';
import type { RunResult } from '../model/run-result.ts';
import { markdown } from '../report/markdown/markdown.ts';
import type { ReportFile } from './report-files.ts';

/** GitHub takes no summary of a step that is longer, in bytes. */
const longest = 1024 * 1024;

/**
 * Appends the run as Markdown to the summary of the job, where annotations go to standard output
 * and GitHub Actions names a file for it. A summary that cannot be written is said and changes no
 * exit code: it is for people who look, and the reports that were asked for are there.
 */
export async function appendJobSummary(
  files: readonly Pick<ReportFile<RunResult>, 'format' | 'path'>[],
  result: RunResult,
  file: string | undefined,
): Promise<void> {
  if (file === undefined || file === '') return;
  if (!files.some(({ format, path }) => format === 'github' && path === '-')) return;
  try {
    const text = `${markdown(result)}\n`;
    const size = await stat(file).then(
      (one) => one.size,
      () => 0,
    );
    if (size + Buffer.byteLength(text) > longest) {
      process.stderr.write('The summary of this step is full: this run is not in it.\n');
      return;
    }
    await appendFile(file, text);
  } catch (error) {
    process.stderr.write(`The summary of the job cannot be written (${fileTrouble(error)}).\n`);
  }
}
