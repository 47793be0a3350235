import { exitCode } from '../engine/exit-code.ts';
import { isSkipped, judge } from '../expectations/judge.ts';
import { countVerdicts } from '../model/count-verdicts.ts';
import type { Expectations } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import type { ConcludedTraffic, TrafficResult } from '../model/traffic.ts';
import type { Specification } from '../openapi/specification.ts';
import { expectedOutcome } from './expected-outcome.ts';
import { operationLabel } from './finding-id.ts';
import { findingOutcome } from './finding-outcome.ts';
import { isJudged, soundOutcome } from './sound-outcome.ts';
import { suiteNames } from './suite-names.ts';

/** What traffic is held to. */
export interface TrafficTerms {
  /** A client's faults count. */
  readonly strict: boolean;
  readonly expectations?: Expectations;
}

/** Says what traffic comes to, as every report of a run takes it, and its exit code. */
export function concludeTraffic(
  traffic: TrafficResult,
  specification: Specification,
  terms: TrafficTerms,
): ConcludedTraffic {
  const { strict, expectations } = terms;
  const { checker, startedAt, durationMs, source, software, exchanges } = traffic;
  const suiteOf = suiteNames(specification);
  const outcomes = outcomesOf(traffic, expectations).map((one) => {
    return { ...one, suite: suiteOf(one.suite) };
  });
  const ended = (problems: readonly string[]) =>
    exitCode({ outcomes, strict, problems, interrupted: false });
  // What is known may be found in answers that nobody held against a whole document: they show no more.
  const isGroundless = traffic.judged === 0 && ended(traffic.problems) === 0;
  const problems = [...traffic.problems, ...(isGroundless ? [groundless] : [])];
  const code = ended(problems);
  const run: RunResult = {
    ...{ checker, startedAt, durationMs, noun: 'check' },
    plan: {
      ...{ target: source, specification: specification.source, strict },
      operations: specification.operations.length,
      ...{ concurrency: 0, timeoutSeconds: 0 },
      ...(expectations === undefined ? {} : { expectations: expectations.file }),
    },
    server: {
      ...{ software, versions: [], roomVersions: [], defaultRoomVersion: '', roomVersion: '' },
      accounts: 'those of the traffic',
    },
    outcomes,
    specified: specification.operations.map((one) => {
      const { method, path, responses } = one;
      return { operationId: operationLabel(one), method, path, statuses: Object.keys(responses) };
    }),
    answered: answeredOf(traffic.coverage),
    counts: countVerdicts(outcomes),
    exchanges,
    rateLimit: { waits: 0, waitedMs: 0 },
    // Ctrl-C is how a proxy ends.
    ...{ problems, interrupted: false, exitCode: code },
  };
  return { traffic: { ...traffic, problems, exitCode: code }, run };
}

const groundless = 'No answer was judged as a whole.';

function outcomesOf(traffic: TrafficResult, expectations?: Expectations): readonly Outcome[] {
  const { findings, information, coverage } = traffic;
  const apiOf = (label: string) =>
    coverage.find((one) => one.operation === label)?.api ?? 'unknown';
  const found = findings.map((one) => findingOutcome(one, apiOf(one.operation)));
  const broken = new Set(
    findings.filter(({ side }) => side === 'homeserver').map(({ operation }) => operation),
  );
  const sound = coverage
    .filter((one) => isJudged(one) && !broken.has(one.operation))
    .map((one) => soundOutcome(one, information));
  const entries = expectations?.entries ?? [];
  const ids = new Set(found.map(({ id }) => id));
  const absent = entries
    .filter(({ id }) => !ids.has(id))
    .map((entry) => expectedOutcome(entry, traffic));
  const circumstances = {
    software: traffic.software,
    today: traffic.startedAt.slice(0, 10),
  };
  return [...found, ...absent, ...sound].map((outcome) => {
    const entry = entries.find(({ id }) => id === outcome.id);
    if (entry === undefined) return outcome;
    const told = isSkipped(entry, circumstances)
      ? { ...outcome, verdict: 'unsupported' as const, reason: `skipped: ${entry.reason}` }
      : outcome;
    return { ...told, expectation: judge(entry, told, circumstances) };
  });
}

function answeredOf(coverage: TrafficResult['coverage']): NonNullable<RunResult['answered']> {
  const counted = coverage.map(({ operation, answers }) => {
    const counts: Record<string, number> = {};
    for (const { status, count } of answers) counts[status] = (counts[status] ?? 0) + count;
    return [operation, counts] as const;
  });
  return Object.fromEntries(counted);
}
