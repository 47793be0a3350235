import type { RunResult } from '../model/run-result.ts';
import { conclusion } from './conclusion.ts';
import { type CtrfStatus, ctrfStatus, ctrfTest, isCtrfFlaky } from './ctrf-test.ts';
import { jsonText } from './json-text.ts';
import { runTrouble } from './run-trouble.ts';
import { score } from './score.ts';
import { visible } from './visible.ts';

/** The version of the format whose schema this keeps: no member of it is newer. */
const specVersion = '1.0.0';

/** What is wrong with the run as a whole, as a test of its own. */
function preflight(result: RunResult, isRed: boolean) {
  const trouble = runTrouble(result, isRed);
  if (trouble === undefined) return [];
  const status: CtrfStatus = trouble.isError ? 'failed' : 'skipped';
  return [
    {
      ...{ name: 'preflight', status, duration: 0, suite: ['preflight'], rawStatus: 'preflight' },
      message: visible(trouble.message, 1000),
      trace: trouble.problems.map((problem) => visible(problem, 1000)).join('\n'),
    },
  ];
}

/**
 * The run in the Common Test Report Format: one test a scenario, its verdict as `rawStatus`.
 *
 * What stands against the homeserver, and what cannot be told, is `failed`; unsupported, known, and
 * advice of a run that is not strict, is `skipped`. A test `preflight` tells what is wrong with the
 * run as a whole. What CTRF has no member for is in `extra`, under the name of the project.
 */
export function ctrf(result: RunResult): string {
  const { checker, outcomes, plan, server } = result;
  const statuses = outcomes.map((outcome) => ctrfStatus(outcome, plan.strict));
  const about = preflight(result, statuses.includes('failed'));
  const all = [...about.map(({ status }) => status), ...statuses];
  const count = (which: CtrfStatus) => all.filter((status) => status === which).length;
  const start = Date.parse(result.startedAt);
  return jsonText({
    reportFormat: 'CTRF',
    specVersion,
    generatedBy: `${checker.name} ${checker.version}`,
    results: {
      tool: { name: checker.name, version: checker.version },
      summary: {
        ...{ tests: all.length, passed: count('passed'), failed: count('failed') },
        ...{ skipped: count('skipped'), pending: 0, other: 0 },
        flaky: outcomes.filter((outcome) => isCtrfFlaky(outcome, plan.strict)).length,
        suites: new Set(outcomes.map(({ suite }) => suite)).size + about.length,
        start,
        stop: start + Math.round(result.durationMs),
      },
      tests: [...about, ...outcomes.map((outcome) => ctrfTest(outcome, plan.strict))],
      environment: {
        ...{ appName: visible(server.software), testEnvironment: visible(plan.target) },
      },
      extra: {
        'matrix-conformance': {
          conclusion: visible(conclusion(result), 1000),
          ...{ exitCode: result.exitCode, counts: result.counts, plan, server },
          ...score(result),
        },
      },
    },
  });
}
