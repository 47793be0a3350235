import type { RunResult } from '../model/run-result.ts';
import type { Verdict } from '../model/verdict.ts';
import { plural } from './plural.ts';
import { visible } from './visible.ts';

/** How many outcomes count against the homeserver: advice does with `--strict` only. */
function broken({ counts, plan }: RunResult): number {
  return counts.fail + (plan.strict ? counts.advice : 0);
}

function rest(result: RunResult, verdicts: readonly Verdict[]): string {
  return verdicts
    .filter((verdict) => result.counts[verdict] > 0)
    .map((verdict) => `${result.counts[verdict]} ${verdict}`)
    .join(', ');
}

function whyNot(result: RunResult): string {
  const total = result.outcomes.length;
  const [problem] = result.problems;
  if (problem !== undefined) return visible(problem);
  if (result.interrupted) return `the run was interrupted after ${plural(total, 'scenario')}`;
  if (total === 0) return 'no scenario was run';
  const unclear = rest(result, ['error', 'inconclusive']);
  if (unclear !== '') return `of ${plural(total, 'scenario')} ${unclear}`;
  return `none of ${plural(total, 'scenario')} exercised the homeserver`;
}

/**
 * One sentence: whether the homeserver conforms, as far as this run can say. It follows the run's
 * exit code: 0 conforms, 1 does not conform, 2 cannot say.
 */
export function conclusion(result: RunResult): string {
  const total = plural(result.outcomes.length, 'scenario');
  if (result.exitCode === 2) {
    const why = whyNot(result);
    return `cannot say: ${why}${/[.?!]$/.test(why) ? '' : '.'}`;
  }
  const unfinished = result.interrupted || result.problems.length > 0;
  const but = unfinished ? ' Not everything was run.' : '';
  if (result.exitCode === 1) {
    const how = result.plan.strict ? 'failed, unmet advice counted (--strict)' : 'broke a MUST';
    const others = rest(result, ['error', 'inconclusive']);
    const beside = others === '' ? '' : `; ${others}`;
    return `does not conform: ${broken(result)} of ${total} ${how}${beside}.${but}`;
  }
  const others = rest(result, ['fail', 'error', 'inconclusive', 'advice', 'unsupported']);
  const beside = others === '' ? '' : `; ${others}`;
  return `conforms: ${result.counts.pass} of ${total} passed${beside}.${but}`;
}
