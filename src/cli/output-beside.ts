import type { ReportFile } from './report-files.ts';

/** Where a command tells what it does: beside a report that takes standard output. */
export function outputBeside(
  files: readonly Pick<ReportFile<unknown>, 'path'>[],
): NodeJS.WriteStream {
  return files.some(({ path }) => path === '-') ? process.stderr : process.stdout;
}
