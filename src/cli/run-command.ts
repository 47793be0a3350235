import { suites } from '../../suites/suites.ts';
import type { Checker, Plan } from '../engine/plan.ts';
import { ownSpecificationName } from '../model/own-specification-name.ts';
import type { RunResult } from '../model/run-result.ts';
import { ownSpecification, packageVersion } from '../package/package-root.ts';
import { readProof } from '../package/proof.ts';
import { reports } from '../report/reports.ts';
import { terminalSummary } from '../report/terminal.ts';
import { codeWithReports } from './code-with-reports.ts';
import { watchForInterruption } from './interruption.ts';
import { appendJobSummary } from './job-summary.ts';
import { lookOf } from './look.ts';
import { nothingRun } from './nothing-run.ts';
import { outputBeside } from './output-beside.ts';
import { readExpectationsFile } from './read-expectations-file.ts';
import { readFailed } from './read-failed.ts';
import { chooseSuites, readPlan } from './read-plan.ts';
import { readAccountOptions } from './read-secret.ts';
import { readSettings } from './read-settings.ts';
import { rememberRun } from './remember-run.ts';
import { type ReportFile, readReportFiles, writeReports } from './report-files.ts';
import { openStreams, type ReportStreams, withoutStreams } from './report-streams.ts';
import { rerunCommand } from './rerun-command.ts';
import { runOrSayWhyNot } from './run-or-say-why-not.ts';
import type { Settings } from './settings.ts';
import { startEmbedded } from './start-embedded.ts';
import { UsageError } from './usage-error.ts';
import { watchRun } from './watch-run.ts';

/** Runs the suites, tells it live and in reports. @returns the exit code. */
export async function runCommand(argv: string[]): Promise<number> {
  const startedAt = new Date();
  const settings = await readSettings(argv, process.env);
  const files = readReportFiles(
    settings.report.length === 0 ? ['junit'] : settings.report,
    reports,
  );
  const version = await packageVersion();
  const proof = await readProof(version, suites);
  const checker: Checker = { version, ...(proof === undefined ? {} : { proof }) };
  const streams = await openStreams(files);
  try {
    if (streams.unopened.length > 0) throw new UsageError(...streams.unopened);
    return await runAndTell(argv, settings, files, streams, checker, await prepare(settings));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const specification = settings.values.spec ?? ownSpecificationName;
    const known = { specification, strict: settings.strict };
    const result = nothingRun(known, checker, startedAt, ...error.problems);
    streams.tell({ type: 'run-finished', result });
    await writeReports(withoutStreams(files), result);
    throw error;
  } finally {
    streams.end();
  }
}

type Prepared = Omit<Plan, 'specification' | 'fallback' | 'target'> & { target?: string };

function sourceOf({ values }: Settings): string {
  return values.spec ?? ownSpecification;
}

/** @throws UsageError for what cannot be done. */
async function prepare(settings: Settings): Promise<Omit<Prepared, 'checker'>> {
  const expectations = await readExpectationsFile(settings);
  const chosen = chooseSuites(settings.suites, suites);
  return {
    ...readPlan(settings),
    ...(await readFailed(settings, chosen)),
    suites: chosen,
    accounts: await readAccountOptions(settings, process.env),
    ...(expectations === undefined ? {} : { expectations }),
    strict: settings.strict,
    unsafe: settings.unsafe,
    tries: 2,
  };
}

async function runAndTell(
  argv: readonly string[],
  settings: Settings,
  files: readonly ReportFile<RunResult>[],
  streams: ReportStreams,
  checker: Checker,
  { target, ...rest }: Omit<Prepared, 'checker'>,
): Promise<number> {
  const out = outputBeside(files);
  const interruption = watchForInterruption();
  const embedded = target === undefined ? await startEmbedded(rest.accounts) : undefined;
  if (embedded !== undefined) {
    out.write('No --target is given: this is the embedded reference homeserver.\n');
  }
  try {
    const { url = target ?? '', accounts = rest.accounts } = embedded ?? {};
    const plan = {
      ...{ ...rest, accounts, checker, target: url },
      ...(embedded === undefined ? {} : { embedded: true as const }),
    };
    const watch = watchRun(out, interruption.signal);
    const result = await runOrSayWhyNot(
      plan,
      sourceOf(settings),
      (event) => {
        // How the run ended is told last, with all that went wrong on the way there.
        if (event.type !== 'run-finished') streams.tell(event);
        watch.onEvent(event);
      },
      interruption,
    ).finally(watch.end);
    streams.tell({ type: 'run-finished', result });
    out.write(terminalSummary(result, lookOf(out)));
    const written = [...(await writeReports(withoutStreams(files), result)), ...streams.written()];
    await appendJobSummary(files, result, process.env.GITHUB_STEP_SUMMARY);
    if (written.length > 0) out.write(`Written: ${written.join(', ')}\n`);
    const isRemembered = await rememberRun(result, target);
    if (isRemembered) out.write(`Run again what failed:\n  ${rerunCommand(argv)}\n`);
    const { expectations } = settings.values;
    const update = settings.updateExpectations ? expectations : undefined;
    if (update !== undefined) {
      const { updateExpectationsFile } = await import('./update-expectations-file.ts');
      if (!(await updateExpectationsFile(update, result, out))) return 2;
    }
    return codeWithReports(files, written, result.exitCode);
  } finally {
    interruption.end();
    await embedded?.close();
  }
}
