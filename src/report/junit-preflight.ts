import type { RunResult } from '../model/run-result.ts';
import { conclusion } from './conclusion.ts';
import { runTrouble } from './run-trouble.ts';
import { markElement, type Testcase } from './testcase.ts';
import { fitted } from './testcase-body.ts';
import { classname } from './testcase-names.ts';
import { element } from './xml.ts';

/** How many problems the body tells; the JSON report has them all. */
const told = 20;

/**
 * A testcase for what is wrong with the run as a whole, or none where nothing is.
 *
 * Without it a CI would show a run of which nothing, or not everything, was run as a green one. It
 * is an error, except where the run conforms all the same: then it is skipped, with its message.
 * `others` are the testcases of the scenarios.
 */
export function preflight(result: RunResult, others: readonly Testcase[]): readonly Testcase[] {
  const isRed = others.some(({ mark }) => mark === 'failure' || mark === 'error');
  const trouble = runTrouble(result, isRed);
  if (trouble === undefined) return [];
  const mark = trouble.isError ? 'error' : 'skipped';
  const list = trouble.problems.slice(0, told).map((text) => ({ label: 'problem', text }));
  const body = fitted([...list, { label: 'conclusion', text: conclusion(result) }]);
  const inside = markElement(mark, { message: trouble.message, type: 'preflight', body });
  const names = { classname: classname('preflight'), name: 'preflight' };
  const xml = element('testcase', { ...names, time: '0.000' }, inside);
  return [{ mark, durationMs: 0, xml }];
}
