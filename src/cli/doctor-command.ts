import { suites } from '../../suites/suites.ts';
import { diagnose } from '../engine/doctor/diagnose.ts';
import { ownSpecificationName } from '../model/own-specification-name.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { ownSpecification, packageVersion } from '../package/package-root.ts';
import { diagnosisText } from '../report/diagnosis-text.ts';
import { watchForInterruption } from './interruption.ts';
import { lookOf } from './look.ts';
import { readPlan } from './read-plan.ts';
import { readAccountOptions } from './read-secret.ts';
import { readSettings } from './read-settings.ts';
import { UsageError } from './usage-error.ts';
import { watchRun } from './watch-run.ts';

/**
 * Says whether a run against a homeserver can begin, and what to change where it cannot.
 * @returns the exit code: 0 it can, 2 it cannot.
 */
export async function doctorCommand(argv: string[]): Promise<number> {
  const settings = await readSettings(argv, process.env);
  const { target, ...numbers } = readPlan(settings);
  if (target === undefined) {
    throw new UsageError('doctor needs --target URL: the homeserver to look at.');
  }
  if (settings.suites.length > 0) {
    throw new UsageError(`There is nothing that ${settings.suites[0]} could mean here.`);
  }
  // What a file or a variable says of reports is said for runs.
  if (argv.some((word) => /^--report(?:=|$)/.test(word))) {
    throw new UsageError('doctor writes no report: what it finds goes to standard output.');
  }
  const accounts = await readAccountOptions(settings, process.env);
  const own = await loadSpecification(ownSpecification);
  const specification = { ...own, source: ownSpecificationName };
  const interruption = watchForInterruption('Interrupted.');
  const watch = watchRun(process.stderr, interruption.signal);
  const onWaiting = (reason: string, waitedMs: number) =>
    watch.onEvent({ type: 'waiting', target, reason, waitedMs, waitMs: numbers.waitMs });
  try {
    const diagnosis = await diagnose(
      {
        ...numbers,
        ...{ target, accounts, specification, fallback: specification, suites },
        ...{ strict: false, unsafe: false, tries: 1 },
        checker: { version: await packageVersion() },
      },
      interruption.signal,
      onWaiting,
    );
    watch.end();
    process.stdout.write(diagnosisText(diagnosis, lookOf(process.stdout)));
    const crash = interruption.crash();
    if (crash !== undefined) process.stderr.write(`${crash}\n`);
    return diagnosis.isReady && !interruption.signal.aborted ? 0 : 2;
  } finally {
    watch.end();
    interruption.end();
  }
}
