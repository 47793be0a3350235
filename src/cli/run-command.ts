import { suites } from '../../suites/suites.ts';
import type { Checker, Plan } from '../engine/plan.ts';
import { runPlan } from '../engine/run-plan.ts';
import type { RunResult } from '../model/run-result.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { SpecificationError } from '../openapi/specification-error.ts';
import { ownSpecification, ownSpecificationName, packageVersion } from '../package/package-root.ts';
import { readProof } from '../package/proof.ts';
import { reports } from '../report/reports.ts';
import { terminalSummary } from '../report/terminal.ts';
import { type Interruption, watchForInterruption } from './interruption.ts';
import { lookOf } from './look.ts';
import { nothingRun } from './nothing-run.ts';
import { readExpectationsFile } from './read-expectations-file.ts';
import { readFailed } from './read-failed.ts';
import { chooseSuites, readPlan } from './read-plan.ts';
import { readAccountOptions } from './read-secret.ts';
import { readSettings } from './read-settings.ts';
import { rememberRun } from './remember-run.ts';
import { type ReportFile, readReportFiles, writeReports } from './report-files.ts';
import { rerunCommand } from './rerun-command.ts';
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
  try {
    return await runAndTell(argv, settings, files, checker, await prepare(settings));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const specification = settings.values.spec ?? ownSpecificationName;
    const known = { specification, strict: settings.strict };
    await writeReports(files, nothingRun(known, checker, startedAt, ...error.problems));
    throw error;
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
  checker: Checker,
  { target, ...rest }: Omit<Prepared, 'checker'>,
): Promise<number> {
  const out = files.some(({ path }) => path === '-') ? process.stderr : process.stdout;
  const interruption = watchForInterruption();
  const embedded = target === undefined ? await startEmbedded(rest.accounts) : undefined;
  if (embedded !== undefined) {
    out.write('No --target is given: this is the embedded reference homeserver.\n');
  }
  try {
    const { url = target ?? '', accounts = rest.accounts } = embedded ?? {};
    const plan = { ...rest, accounts, checker, target: url };
    const result = await runOrSayWhyNot(plan, sourceOf(settings), out, interruption);
    out.write(terminalSummary(result, lookOf(out)));
    const written = await writeReports(files, result);
    if (written.length > 0) out.write(`Written: ${written.join(', ')}\n`);
    const isRemembered = await rememberRun(result, target);
    if (isRemembered) out.write(`Run again what failed:\n  ${rerunCommand(argv)}\n`);
    const isComplete = written.length === files.filter(({ path }) => path !== '-').length;
    const { expectations } = settings.values;
    const update = settings.updateExpectations ? expectations : undefined;
    if (update !== undefined) {
      const { updateExpectationsFile } = await import('./update-expectations-file.ts');
      if (!(await updateExpectationsFile(update, result, out))) return 2;
    }
    return isComplete || result.exitCode !== 0 ? result.exitCode : 2;
  } finally {
    interruption.end();
    await embedded?.close();
  }
}

/** A specification that cannot be loaded is a result too: a stale report would say otherwise. */
async function runOrSayWhyNot(
  plan: Omit<Plan, 'specification' | 'fallback'>,
  source: string,
  out: NodeJS.WriteStream,
  { signal, crash }: Interruption,
): Promise<RunResult> {
  const startedAt = new Date();
  try {
    // Where this program lies says nothing to whoever reads the report.
    const own = await loadSpecification(ownSpecification);
    const fallback = { ...own, source: ownSpecificationName };
    const isOwn = source === ownSpecification;
    const specification = isOwn ? fallback : await loadSpecification(source, { signal });
    const watch = watchRun(out, signal);
    const { onEvent } = watch;
    const whole = { ...plan, specification, fallback };
    const result = await runPlan(whole, { signal, onEvent }).finally(watch.end);
    const problem = crash();
    return problem === undefined ? result : withProblem(result, problem);
  } catch (error) {
    const { target, strict, concurrency, timeoutMs, checker } = plan;
    const facts = { target, strict, concurrency, timeoutSeconds: timeoutMs / 1000 };
    const message = error instanceof Error ? error.message : String(error);
    const isOurs = !(error instanceof SpecificationError);
    const problem = isOurs ? `matrix-conformance itself went wrong: ${message}` : message;
    return nothingRun({ ...facts, specification: source }, checker, startedAt, problem);
  }
}

function withProblem(result: RunResult, problem: string): RunResult {
  const problems = [...result.problems, problem];
  return { ...result, problems, exitCode: result.exitCode === 1 ? 1 : 2 };
}
