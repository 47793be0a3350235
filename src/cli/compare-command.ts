import { nearWord } from '../model/near-word.ts';
import { type Baseline, compareResults } from '../report/compare/compare-results.ts';
import type { GivenResult } from '../report/compare/comparison.ts';
import { comparisonTerminal } from '../report/compare/comparison-terminal.ts';
import { serverNames } from '../report/compare/server-name.ts';
import { visible } from '../report/visible.ts';
import { codeWithReports } from './code-with-reports.ts';
import { compareSettings } from './compare-settings.ts';
import { lookOf } from './look.ts';
import { outputBeside } from './output-beside.ts';
import { readResults } from './read-results.ts';
import { writeReports } from './report-files.ts';
import { UsageError } from './usage-error.ts';

/** @throws UsageError where no column is called so. */
function chosenBaseline(asked: string | undefined, given: readonly GivenResult[]): Baseline {
  if (asked === undefined) return 'auto';
  if (asked === 'none') return 'none';
  const names = serverNames(given);
  const index = given.findIndex(
    ({ files }, column) => names[column] === asked || files.includes(asked),
  );
  if (index >= 0) return index;
  const near = nearWord(asked, names);
  const known = near === undefined ? `one of ${names.join(', ')}, or none` : near;
  throw new UsageError(`--baseline ${asked} is none of the columns: ${visible(known, 300)}.`);
}

/** Lays results side by side. @returns the exit code: 0 no regression, 1 one or more, 2 cannot say. */
export async function compareCommand(argv: string[]): Promise<number> {
  const { given: named, baseline, files } = compareSettings(argv);
  const given = await readResults(named);
  const comparison = compareResults(given, chosenBaseline(baseline, given));
  const written = await writeReports(files, comparison);
  const out = outputBeside(files);
  out.write(comparisonTerminal(comparison, lookOf(out)));
  if (written.length > 0) out.write(`Written: ${written.join(', ')}\n`);
  return codeWithReports(files, written, comparison.exitCode);
}
