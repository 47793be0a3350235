import { allRules, type RuleId } from '../examples/rules.ts';
import { nearWord } from '../model/near-word.ts';
import { exampleReports } from '../report/examples/example-reports.ts';
import { parse } from './parse.ts';
import { readReportFiles } from './report-files.ts';
import { UsageError } from './usage-error.ts';

const options = {
  report: { type: 'string', multiple: true },
  rule: { type: 'string', multiple: true },
  'skip-rule': { type: 'string', multiple: true },
  rules: { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  'allow-network': { type: 'boolean' },
  watch: { type: 'boolean' },
} as const;

/** What the command `examples` is to do. @throws UsageError for what cannot be meant. */
export function examplesSettings(argv: string[]) {
  const { values, positionals } = parse({ args: argv, options, allowPositionals: true });
  const isListing = values.rules === true;
  if (positionals.length === 0 && !isListing)
    throw new UsageError(
      'Nothing is named to be checked: matrix-conformance examples PATH…, where each is a file, a folder or a URL.',
    );
  const { baseline } = values;
  if (baseline === '') throw new UsageError('--baseline names no file after its =.');
  if (values['update-baseline'] === true && baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE, which names the file to write.');
  return {
    paths: positionals,
    isListing,
    files: readReportFiles(values.report ?? [], exampleReports),
    rules: chosenRules(values.rule ?? [], values['skip-rule'] ?? []),
    baseline,
    isUpdating: values['update-baseline'] === true,
    allowNetwork: values['allow-network'] === true,
    isWatching: values.watch === true,
  };
}

export type ExamplesSettings = ReturnType<typeof examplesSettings>;

/** Those that are on by default, those that are asked for, and none that is to be skipped. */
function chosenRules(added: readonly string[], skipped: readonly string[]): readonly RuleId[] {
  const ids = allRules.map(({ id }) => id);
  const unknown = [...added, ...skipped].find(
    (word) => word !== 'all' && !ids.some((id) => id === word),
  );
  if (unknown !== undefined) {
    const near = nearWord(unknown, ids);
    const advice = near === undefined ? 'examples --rules lists them' : `did you mean ${near}?`;
    throw new UsageError(`There is no rule ${unknown}: ${advice}${near ? '' : '.'}`);
  }
  const isAsked = (id: string) => added.includes(id) || added.includes('all');
  const chosen = allRules
    .filter(({ id, isDefault }) => (isDefault || isAsked(id)) && !skipped.includes(id))
    .map(({ id }) => id);
  if (chosen.length === 0 || skipped.includes('all'))
    throw new UsageError('Every rule is skipped, so there is nothing to check.');
  return chosen;
}
