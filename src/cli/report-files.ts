import { join } from 'node:path';
import type { RunResult } from '../model/run-result.ts';
import { isReportFormat, type ReportFormat, reports } from '../report/reports.ts';
import { fileTrouble } from './file-trouble.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

/** A report that was asked for; the path `-` is standard output. */
export interface ReportFile {
  readonly format: ReportFormat;
  readonly path: string;
}

/** `junit`, `json=out.json`, `terminal=-`. @throws UsageError for a format that is none. */
export function readReportFiles(words: readonly string[]): readonly ReportFile[] {
  const asked = words.length === 0 ? ['junit'] : words;
  const files = asked.map((word) => {
    const [, format = '', path] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (!isReportFormat(format)) {
      const known = Object.keys(reports).join(', ');
      throw new UsageError(
        `--report ${word} is no report: FORMAT=PATH, where the format is one of ${known}.`,
      );
    }
    if (path === '') throw new UsageError(`--report ${word} names no file after its =.`);
    return { format, path: path ?? join('reports', reports[format].fileName) };
  });
  const twice = files.find(
    ({ path }, index) => files.findIndex((one) => one.path === path) < index,
  );
  if (twice === undefined) return files;
  throw new UsageError(
    `Two reports would be written to ${twice.path}: give each a path of its own.`,
  );
}

/** Writes a report. @throws UsageError where it cannot be written. */
async function writeReport({ format, path }: ReportFile, result: RunResult): Promise<void> {
  const text = reports[format].render(result);
  if (path === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    await writeWhole(path, text);
  } catch (error) {
    throw new UsageError(
      `The report ${path} cannot be written (${fileTrouble(error)}): name another file with --report FORMAT=PATH.`,
    );
  }
}

/** Writes them all, and says on standard error which could not be. @returns the files written. */
export async function writeReports(
  files: readonly ReportFile[],
  result: RunResult,
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
