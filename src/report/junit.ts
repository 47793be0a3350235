import type { RunResult } from '../model/run-result.ts';
import { preflight } from './junit-preflight.ts';
import { runProperties } from './junit-properties.ts';
import { type Mark, type Testcase, testcase } from './testcase.ts';
import { testcaseNames } from './testcase-names.ts';
import { visible } from './visible.ts';
import { element, nested } from './xml.ts';

/** What JUnit counts on a testsuite and on all of them. */
function counts(cases: readonly Testcase[]) {
  const marked = (mark: Mark) => cases.filter((one) => one.mark === mark).length;
  return {
    tests: cases.length,
    failures: marked('failure'),
    errors: marked('error'),
    skipped: marked('skipped'),
  };
}

/** When and where, in the words that Azure DevOps asks for. */
function run({ plan: { target }, startedAt }: RunResult) {
  // Without the port: it is another in each run of the embedded homeserver.
  const host = URL.canParse(target) ? new URL(target).hostname : '';
  // ISO 8601 to the second: the strictest readers take no fractions.
  return { timestamp: startedAt.replace(/\.\d+/, ''), hostname: host || 'unknown' };
}

function bySuite(result: RunResult): ReadonlyMap<string, readonly Testcase[]> {
  const suites = new Map<string, Testcase[]>();
  const names = testcaseNames();
  for (const outcome of result.outcomes) {
    const cases = suites.get(outcome.suite) ?? [];
    cases.push(testcase(outcome, names(outcome), result.plan.strict));
    suites.set(outcome.suite, cases);
  }
  const about = preflight(result, [...suites.values()].flat());
  return about.length === 0 ? suites : new Map([['preflight', about], ...suites]);
}

/**
 * The run as JUnit XML, for a CI: one `testsuite` a suite, one `testcase` a scenario.
 *
 * `fail` is a `failure`; `error` and `inconclusive` are an `error`; `unsupported` and `advice` are
 * `skipped` (an advice of a strict run is a `failure`). What fails as expected is `skipped`, and what
 * was expected to fail otherwise, or passed, is a `failure`. Where nothing, or not everything, was run,
 * a testcase `preflight` says why, so that no CI shows such a run as green. `file` and `line` are
 * those of the entry in the expectations file, or else the suite's document.
 */
export function junit(result: RunResult): string {
  const suites = bySuite(result);
  const properties = element('properties', {}, nested(runProperties(result), 3));
  const written = [...suites].map(([name, cases]) => {
    const took = cases.reduce((sum, { durationMs }) => sum + durationMs, 0);
    const time = (took / 1000).toFixed(3);
    const children = [properties, ...cases.map(({ xml }) => xml)];
    const attributes = { name: visible(name, 200), ...counts(cases), time, ...run(result) };
    return element('testsuite', attributes, nested(children, 2));
  });
  const time = (result.durationMs / 1000).toFixed(3);
  const all = { name: result.checker.name, ...counts([...suites.values()].flat()), time };
  const root = element('testsuites', { ...all, ...run(result) }, nested(written, 1));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
