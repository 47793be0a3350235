import type { Outcome } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import { standing } from '../model/standing.ts';
import { verdicts } from '../model/verdict.ts';
import { conclusion } from './conclusion.ts';
import { githubAnnotation } from './github-annotation.ts';
import { paint } from './paint.ts';
import { plural } from './plural.ts';
import { runTrouble } from './run-trouble.ts';
import { terminalCounts } from './terminal-counts.ts';
import { visible } from './visible.ts';
import { type AnnotationKind, shownOfAKind, workflowCommand } from './workflow-command.ts';

/** How an outcome is annotated, if at all: unsupported, and what is known, has no need of it. */
function kindOf(outcome: Outcome, strict: boolean): AnnotationKind | undefined {
  const stands = standing(outcome, strict);
  if (stands === 'against') return 'error';
  const isAdvice = stands === 'silent' && outcome.verdict === 'advice';
  return stands === 'unclear' || isAdvice ? 'warning' : undefined;
}

/** What is wrong with the run as a whole. */
function aboutTheRun(result: RunResult, kind: AnnotationKind): readonly string[] {
  const trouble = runTrouble(result, result.exitCode === 1);
  if (trouble === undefined || trouble.isError !== (kind === 'error')) return [];
  return [workflowCommand(kind, { title: 'preflight' }, visible(trouble.message, 1000))];
}

function ofKind(result: RunResult, kind: AnnotationKind): readonly string[] {
  const outcomes = result.outcomes
    .filter((outcome) => kindOf(outcome, result.plan.strict) === kind)
    .toSorted((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict));
  return [
    ...aboutTheRun(result, kind),
    ...outcomes.map((outcome) => githubAnnotation(kind, outcome)),
  ];
}

function left(annotations: readonly string[], noun: string): readonly string[] {
  const count = annotations.length - shownOfAKind;
  return count > 0 ? [plural(count, `more ${noun}`)] : [];
}

/**
 * What has to be looked at as workflow commands of GitHub Actions: an error for what stands against
 * the homeserver, a warning for what could not be told and for advice, no more than GitHub shows of
 * a step and the gravest first. The last is a notice: how the run ended, its counts, and what is
 * not among the annotations.
 */
export function github(result: RunResult): string {
  const { checker, plan } = result;
  const errors = ofKind(result, 'error');
  const warnings = ofKind(result, 'warning');
  const more = [...left(errors, 'error'), ...left(warnings, 'warning')];
  const lines = [
    `${visible(plan.target)}: ${visible(conclusion(result), 1000)}`,
    terminalCounts(result, paint(false)),
    ...(more.length === 0 ? [] : [`Not annotated, but in the other reports: ${more.join(', ')}.`]),
  ];
  const title = `${checker.name} ${checker.version}`;
  return `${[
    ...errors.slice(0, shownOfAKind),
    ...warnings.slice(0, shownOfAKind),
    workflowCommand('notice', { title }, lines.join('\n')),
  ].join('\n')}\n`;
}
