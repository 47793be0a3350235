import { withoutKnown } from '../examples/baseline.ts';
import { checkExamples } from '../examples/check-examples.ts';
import { InputError } from '../examples/find-input.ts';
import { allRules } from '../examples/rules.ts';
import type { ExamplesResult } from '../model/example-finding.ts';
import { packageVersion } from '../package/package-root.ts';
import { exampleReports } from '../report/examples/example-reports.ts';
import { exampleTerminal } from '../report/examples/example-terminal.ts';
import { plural } from '../report/plural.ts';
import { readBaselineFile, writeBaselineFile } from './baseline-file.ts';
import { type ExamplesSettings, examplesSettings } from './examples-settings.ts';
import { lookOf } from './look.ts';
import { outputBeside } from './output-beside.ts';
import { writeReports } from './report-files.ts';
import { UsageError } from './usage-error.ts';
import { watchExamples } from './watch-examples.ts';

/** Checks the examples of documents. @returns the exit code. */
export async function examplesCommand(argv: string[]): Promise<number> {
  const settings = examplesSettings(argv);
  if (settings.isListing) {
    for (const { id, finds, isDefault } of allRules)
      process.stdout.write(`${id}${isDefault ? '' : ' (with --rule)'}\n  ${finds}\n`);
    return 0;
  }
  if (settings.isWatching) return watchExamples(settings.paths, () => checkOnce(settings));
  return checkOnce(settings);
}

async function checkOnce(settings: ExamplesSettings): Promise<number> {
  const { paths, rules, allowNetwork, baseline, isUpdating, files } = settings;
  const known = await readBaselineFile(baseline, isUpdating);
  const startedAt = new Date();
  const say = progress();
  const found = await checkExamples(paths, { rules, allowNetwork, onProgress: say }).catch(
    (error: unknown) => {
      if (error instanceof InputError)
        throw new UsageError(`Nothing was checked: ${error.message}.`);
      throw error;
    },
  );
  say('');
  const milliseconds = Date.now() - startedAt.getTime();
  if (baseline !== undefined && isUpdating) await writeBaselineFile(baseline, found.findings);
  const result: ExamplesResult = {
    ...found,
    ...(isUpdating
      ? { findings: [], known: found.findings.length, gone: [] }
      : withoutKnown(found.findings, known)),
    checker: { version: await packageVersion() },
    startedAt: startedAt.toISOString(),
    milliseconds,
  };
  const isTaken = files.some(({ path }) => path === '-');
  const written = await writeReports(files, result);
  const out = outputBeside(files);
  out.write(exampleTerminal(result, lookOf(out)));
  if (isUpdating)
    out.write(`${plural(found.findings.length, 'finding')} written to ${baseline}.\n`);
  for (const path of written) out.write(`Report: ${path}\n`);
  const isOnGithub = process.env.GITHUB_ACTIONS === 'true';
  if (isOnGithub && !isTaken && !files.some(({ format }) => format === 'github'))
    process.stdout.write(exampleReports.github.render(result));
  if (written.length < files.filter(({ path }) => path !== '-').length) return 2;
  return exitCodeOf(result);
}

/** Nothing checked is never 0. */
function exitCodeOf({ findings, unchecked, checked, known }: ExamplesResult): number {
  if (findings.length > 0) return 1;
  const isNothing = checked.examples + checked.schemas + checked.operations + known === 0;
  return unchecked.length > 0 || isNothing ? 2 : 0;
}

/** Says on a terminal what is being done, once that takes longer than anybody wants to wonder. */
function progress(): (what: string) => void {
  const { stderr } = process;
  const start = Date.now();
  let isShown = false;
  return (what) => {
    if (!stderr.isTTY || (!isShown && Date.now() - start < 500)) return;
    stderr.write(`\r\u001b[K${what}`);
    isShown = what !== '';
  };
}
