import type { Outcome } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import { conclusion } from './conclusion.ts';
import { isNothingRun, type RunTrouble, runTrouble } from './run-trouble.ts';
import { shortReason } from './short-reason.ts';
import { tapDiagnostics, yamlBlock } from './tap-diagnostics.ts';
import { type TestStatus, testStatus } from './test-status.ts';
import { visible } from './visible.ts';

/** A text in TAP: a `#` would begin a directive, and a backslash an escape. */
function tapText(text: string, limit: number): string {
  return visible(text, limit).replace(/[\\#]/g, '\\$&');
}

/** What follows a test's name: unsupported is a SKIP, what is known or only advised a TODO. */
function directive(outcome: Outcome, status: TestStatus): string {
  if (status !== 'skipped') return '';
  const word = outcome.verdict === 'unsupported' ? 'SKIP' : 'TODO';
  return ` # ${word} ${tapText(shortReason(outcome), 200)}`;
}

function testPoint(outcome: Outcome, number: number, status: TestStatus): string {
  const isOk = status === 'passed' || (status === 'skipped' && outcome.verdict === 'unsupported');
  const name = tapText(outcome.id, 400);
  const line = `${isOk ? 'ok' : 'not ok'} ${number} - ${name}${directive(outcome, status)}`;
  const isTold = status !== 'passed' || outcome.intermittent;
  return isTold ? `${line}\n${tapDiagnostics(outcome)}` : line;
}

function preflightPoint({ isError, message }: RunTrouble, number: number): string {
  if (!isError) return `ok ${number} - preflight # SKIP ${tapText(message, 400)}`;
  return `not ok ${number} - preflight\n${yamlBlock([{ label: 'message', text: message }])}`;
}

/**
 * The run as TAP 14: one test point a scenario, with what was found as a YAML block.
 *
 * What stands against the homeserver, and what cannot be told, is `not ok`. What fails as expected,
 * and advice of a run that is not strict, is `not ok … # TODO`; unsupported is `ok … # SKIP`. What
 * is wrong with the run as a whole is a test point `preflight`. Where nothing was run, it bails out.
 */
export function tap(result: RunResult): string {
  const { checker, outcomes, plan, server } = result;
  const statuses = outcomes.map((outcome) => testStatus(outcome, plan.strict));
  const isRed = statuses.some((status) => status === 'failed' || status === 'error');
  const trouble = runTrouble(result, isRed);
  const points = outcomes.map((outcome, index) =>
    testPoint(outcome, index + 1, statuses[index] ?? 'error'),
  );
  const isNothing = isNothingRun(result);
  if (trouble !== undefined && !isNothing) points.push(preflightPoint(trouble, points.length + 1));
  const sentence = visible(conclusion(result), 600);
  return `${[
    'TAP version 14',
    `# ${checker.name} ${checker.version}`,
    `# target ${visible(plan.target)} (${visible(server.software)})`,
    `# specification ${visible(plan.specification)}`,
    `# ${sentence}`,
    ...(points.length === 0 ? [] : [`1..${points.length}`]),
    ...points,
    ...(isNothing ? [`Bail out! ${visible(trouble?.message ?? sentence, 400)}`] : []),
  ].join('\n')}\n`;
}
