import type { ReportFile } from './report-files.ts';

/** The exit code of what was found, but never 0 where a report that was asked for is missing. */
export function codeWithReports<Code extends number>(
  files: readonly Pick<ReportFile<unknown>, 'path'>[],
  written: readonly string[],
  code: Code,
): Code | 2 {
  const isComplete = written.length === files.filter(({ path }) => path !== '-').length;
  return isComplete || code !== 0 ? code : 2;
}
