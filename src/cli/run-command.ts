import { suites } from '../../suites/suites.ts';
import { concludeRun } from '../engine/conclude-run.ts';
import type { Checker, Plan } from '../engine/plan.ts';
import { runPlan } from '../engine/run-plan.ts';
import type { RunResult } from '../model/run-result.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { SpecificationError } from '../openapi/specification-error.ts';
import { ownSpecification, ownSpecificationName, packageVersion } from '../package/package-root.ts';
import { readProof } from '../package/proof.ts';
import { startProgress } from '../report/progress.ts';
import { terminalSummary } from '../report/terminal.ts';
import { type Interruption, watchForInterruption } from './interruption.ts';
import { lookOf } from './look.ts';
import { chooseSuites, readPlan } from './read-plan.ts';
import { readAccountOptions } from './read-secret.ts';
import { readSettings } from './read-settings.ts';
import { readReportFiles, writeReports } from './report-files.ts';

/** Runs the suites, tells it live and in reports. @returns the exit code. */
export async function runCommand(argv: string[]): Promise<number> {
  const settings = await readSettings(argv, process.env);
  const { target, ...numbers } = readPlan(settings);
  const files = readReportFiles(settings.report);
  const chosen = chooseSuites(settings.suites, suites);
  const accounts = await readAccountOptions(settings, process.env);
  const version = await packageVersion();
  const proof = await readProof(version, suites);
  const rest = {
    ...numbers,
    accounts,
    suites: chosen,
    strict: settings.strict,
    tries: 2 as const,
    checker: { version, ...(proof === undefined ? {} : { proof }) },
  };
  const out = files.some(({ path }) => path === '-') ? process.stderr : process.stdout;
  const interruption = watchForInterruption();
  const source = settings.values.spec ?? ownSpecification;
  const embedded = target === undefined ? await startEmbedded() : undefined;
  try {
    const url = target ?? embedded?.url ?? '';
    const result = await runOrSayWhyNot({ ...rest, target: url }, source, out, interruption);
    out.write(terminalSummary(result, lookOf(out)));
    const written = await writeReports(files, result);
    if (written.length > 0) out.write(`Written: ${written.join(', ')}\n`);
    const isComplete = written.length === files.filter(({ path }) => path !== '-').length;
    return isComplete || result.exitCode !== 0 ? result.exitCode : 2;
  } finally {
    interruption.end();
    await embedded?.close();
  }
}

async function startEmbedded() {
  const { startHomeserver } = await import('../homeserver/start-homeserver.ts');
  return startHomeserver();
}

type PlanWithoutSpecification = Omit<Plan, 'specification' | 'fallback'>;

/** A specification that cannot be loaded is a result too: a stale report would say otherwise. */
async function runOrSayWhyNot(
  plan: PlanWithoutSpecification,
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
    const progress = startProgress(lookOf(out));
    const result = await runPlan(
      { ...plan, specification, fallback },
      { signal, onEvent: (event) => out.write(progress(event)) },
    );
    const problem = crash();
    return problem === undefined ? result : withProblem(result, problem);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isOurs = !(error instanceof SpecificationError);
    const problem = isOurs ? `matrix-conformance itself went wrong: ${message}` : message;
    return nothingRun(plan, source, startedAt, problem);
  }
}

function withProblem(result: RunResult, problem: string): RunResult {
  const problems = [...result.problems, problem];
  return { ...result, problems, exitCode: result.exitCode === 1 ? 1 : 2 };
}

function nothingRun(
  {
    target,
    strict,
    concurrency,
    timeoutMs,
    checker,
  }: PlanWithoutSpecification & { checker: Checker },
  specification: string,
  startedAt: Date,
  problem: string,
): RunResult {
  const facts = { target, specification, operations: 0, strict, concurrency };
  const plan = { ...facts, timeoutSeconds: timeoutMs / 1000 };
  const end = { startedAt, outcomes: [], problems: [problem], interrupted: false };
  return concludeRun(plan, checker, { ...end, server: undefined });
}
