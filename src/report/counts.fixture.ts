import { Parser } from 'tap-parser';
import type { RunResult } from '../model/run-result.ts';
import { type Verdict, verdicts } from '../model/verdict.ts';
import type { ReportFormat } from './reports.ts';
import { countStatuses, type TestStatus } from './test-status.ts';
import { elementsOf, readXml } from './xml-document.fixture.ts';

/** What can be counted of a run; a format tells as much of it as it has words for. */
export type Counts = Partial<
  Record<Verdict | `status ${TestStatus}` | 'red' | 'todo' | 'scenarios', number>
>;

/** All counts, straight from the result. */
export function countsOf(result: RunResult): Required<Counts> {
  const statuses = countStatuses(result);
  return {
    ...result.counts,
    'status passed': statuses.passed,
    'status failed': statuses.failed,
    'status error': statuses.error,
    'status skipped': statuses.skipped,
    red: statuses.failed + statuses.error,
    todo: statuses.skipped - result.counts.unsupported,
    scenarios: result.outcomes.length,
  };
}

interface CtrfShape {
  readonly results: {
    readonly summary: Readonly<Record<'passed' | 'failed' | 'skipped' | 'tests', number>>;
    readonly tests: readonly { readonly name: string; readonly status: string }[];
  };
}

function byWords(text: string): Counts {
  const words = [...text.matchAll(/(\d+) (fail|error|inconclusive|advice|unsupported|pass)\b/g)];
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0]));
  for (const [, count, word = ''] of words) counts[word] = Number(count);
  return counts;
}

function verdictsIn(outcomes: readonly { readonly verdict: Verdict }[]): Counts {
  const of = (which: Verdict) => outcomes.filter(({ verdict }) => verdict === which).length;
  return Object.fromEntries(verdicts.map((verdict) => [verdict, of(verdict)]));
}

/** How the counts are read again from each format: by what its own readers go by. */
export const countReaders = {
  junit(text) {
    const cases = elementsOf(readXml(text), 'testcase').filter(
      ({ attributes }) => attributes.classname !== 'matrix-conformance.preflight',
    );
    const marked = (mark: string) =>
      cases.filter(({ children }) => children.some(({ name }) => name === mark)).length;
    const [failed, error, skipped] = [marked('failure'), marked('error'), marked('skipped')];
    return {
      'status failed': failed,
      'status error': error,
      'status skipped': skipped,
      'status passed': cases.length - failed - error - skipped,
      scenarios: cases.length,
    };
  },
  json: (text) => verdictsIn(JSON.parse(text).outcomes),
  // Where nothing was run there is no line of counts: nothing is counted, which is none of each.
  terminal: (text) => byWords(text.split('\n').findLast((line) => /✓ \d+ pass$/.test(line)) ?? ''),
  ndjson(text) {
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const finished = lines.filter(({ type }) => type === 'scenario-finished');
    const { counts } = lines.at(-1).result;
    const seen = verdictsIn(finished.map(({ outcome }) => outcome));
    return JSON.stringify(Object.entries(seen).toSorted()) ===
      JSON.stringify(Object.entries(counts).toSorted())
      ? { ...seen, scenarios: lines.at(-1).scenarios }
      : {};
  },
  tap(text) {
    const points = Parser.parse(text).flatMap((one) =>
      one[0] === 'assert' && one[1].name !== 'preflight' ? [one[1]] : [],
    );
    return {
      scenarios: points.length,
      red: points.filter(({ ok, todo }) => !ok && !todo).length,
      todo: points.filter(({ todo }) => todo).length,
      'status passed': points.filter(({ ok, skip, todo }) => ok && !skip && !todo).length,
      'status skipped': points.filter(({ skip, todo }) => skip || todo).length,
    };
  },
  ctrf(text) {
    const { summary, tests } = (JSON.parse(text) as CtrfShape).results;
    const about = tests.filter(({ name }) => name === 'preflight');
    const beside = (which: string) => about.filter(({ status }) => status === which).length;
    return {
      scenarios: summary.tests - about.length,
      'status passed': summary.passed - beside('passed'),
      red: summary.failed - beside('failed'),
      'status skipped': summary.skipped - beside('skipped'),
    };
  },
  markdown(text) {
    const row = text.split('\n').find((line) => line.startsWith('| **all** |')) ?? '';
    const numbers = row.split('|').slice(2, -1).map(Number);
    const counts = Object.fromEntries(verdicts.map((verdict, at) => [verdict, numbers[at]]));
    return { ...counts, scenarios: numbers.at(-1) ?? Number.NaN };
  },
  html(text) {
    const [header = ''] = text.match(/<ul class="counts">.*?<\/ul>/s) ?? [];
    const told = [...header.matchAll(/<b>([\d,]+)<\/b> (\w+)/g)];
    return Object.fromEntries(
      verdicts.map((verdict) => {
        const [, count = '0'] = told.find(([, , word]) => word === verdict) ?? [];
        return [verdict, Number(count.replaceAll(',', ''))];
      }),
    );
  },
  github: (text) => byWords(text.trimEnd().split('\n').at(-1)?.split('%0A')[1] ?? ''),
  gitlab(text) {
    const found: readonly { check_name: string }[] = JSON.parse(text);
    return { 'status failed': found.filter((one) => one.check_name !== 'preflight').length };
  },
  badge(text) {
    const { message } = JSON.parse(text) as { readonly message: string };
    const [, passed, of] = /(\d+) of (\d+)/.exec(message) ?? [];
    const [, failed = 0] = /(\d+) failed/.exec(message) ?? [];
    if (passed === undefined) return /nothing was run/.test(message) ? { 'status passed': 0 } : {};
    return {
      'status passed': Number(passed),
      scenarios: Number(of),
      'status failed': Number(failed),
    };
  },
} as const satisfies Record<ReportFormat, (text: string) => Counts>;
