import { join, resolve } from 'node:path';
import { fileTrouble } from '../model/file-trouble.ts';
import type { RunEvent } from '../model/run-event.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

/** The reports that a command can write, by the names that `--report` takes. */
export type ReportTable<Result> = Readonly<
  Record<string, Pick<ReportFile<Result>, 'render' | 'stream'> & { readonly fileName: string }>
>;

/** A report that was asked for; the path `-` is standard output. */
export interface ReportFile<Result> {
  readonly format: string;
  readonly path: string;
  readonly render: (result: Result) => string;
  /** What an event of a run adds to a report that is written while the run goes on. */
  readonly stream?: (event: RunEvent, time: string) => string;
}

/** `junit`, `json=out.json`, `terminal=-`. @throws UsageError for a format that is none. */
export function readReportFiles<Result>(
  words: readonly string[],
  reports: ReportTable<Result>,
): readonly ReportFile<Result>[] {
  const files = words.map((word) => {
    const [, format = '', path] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const report = Object.hasOwn(reports, format) ? reports[format] : undefined;
    if (report === undefined) {
      const known = Object.keys(reports).join(', ');
      throw new UsageError(
        `--report ${word} is no report: FORMAT=PATH, where the format is one of ${known}.`,
      );
    }
    if (path === '') throw new UsageError(`--report ${word} names no file after its =.`);
    const { render, stream, fileName } = report;
    const usual = fileName === '-' ? '-' : join('reports', fileName);
    return { format, path: path ?? usual, render, ...(stream === undefined ? {} : { stream }) };
  });
  // A path can be written in more ways than one.
  const places = files.map(({ path }) => (path === '-' ? path : resolve(path)));
  const twice = files.find((_, index) => places.indexOf(places[index] ?? '') < index);
  if (twice === undefined) return files;
  throw new UsageError(
    `Two reports would be written to ${twice.path}: give each a path of its own.`,
  );
}

/** Writes a report. @throws UsageError where it cannot be written. */
async function writeReport<Result>(
  { path, render }: ReportFile<Result>,
  result: Result,
): Promise<void> {
  const text = render(result);
  if (path === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    await writeWhole(path, text);
  } catch (error) {
    throw new UsageError(unwritable(path, error));
  }
}

/** The sentence for a report that cannot be written. */
export function unwritable(path: string, error: unknown): string {
  const why = fileTrouble(error);
  return `The report ${path} cannot be written (${why}): name another file with --report FORMAT=PATH.`;
}

/** Writes them all, and says on standard error which could not be. @returns the files written. */
export async function writeReports<Result>(
  files: readonly ReportFile<Result>[],
  result: Result,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const file of files) {
    try {
      await writeReport(file, result);
      if (file.path !== '-') written.push(file.path);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(`${error.message}\n`);
    }
  }
  return written;
}
