import { existsSync } from 'node:fs';
import { comparisonReports } from '../report/compare/comparison-reports.ts';
import { parse } from './parse.ts';
import { readReportFiles } from './report-files.ts';
import { UsageError } from './usage-error.ts';

const options = {
  report: { type: 'string', multiple: true },
  names: { type: 'string' },
  baseline: { type: 'string' },
} as const;

/** A file to be compared, and what its column is to be called. */
export interface NamedFile {
  readonly name?: string;
  readonly file: string;
}

/** `FILE`, or `NAME=FILE`; a file whose name holds a `=` is a file. */
function namedFile(word: string): NamedFile {
  const [, name = '', file = ''] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
  if (file === '' || existsSync(word)) return { file: word };
  if (name.trim() === '') throw new UsageError(`${word} gives no name before its =.`);
  return { name: name.trim(), file };
}

/** What the command `compare` is to do. @throws UsageError for what cannot be meant. */
export function compareSettings(argv: string[]) {
  const { values, positionals } = parse({ args: argv, options, allowPositionals: true });
  if (positionals.length < 2) {
    throw new UsageError(
      'Two results or more are compared: matrix-conformance compare A.json B.json, as --report json=FILE writes them.',
    );
  }
  const names = values.names?.split(',').map((name) => name.trim());
  if (names !== undefined && (names.length !== positionals.length || names.includes(''))) {
    throw new UsageError(
      `--names has to give ${positionals.length} names, one for each file, with commas between them.`,
    );
  }
  return {
    given: positionals.map((word, index): NamedFile => {
      const name = names?.[index];
      return name === undefined ? namedFile(word) : { ...namedFile(word), name };
    }),
    baseline: values.baseline,
    files: readReportFiles(values.report ?? [], comparisonReports),
  };
}
