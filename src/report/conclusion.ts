import type { Met } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import { type Standing, standing } from '../model/standing.ts';
import type { Verdict } from '../model/verdict.ts';
import { plural } from './plural.ts';
import { visible } from './visible.ts';

function countOf({ outcomes, plan }: RunResult, which: Standing): number {
  return outcomes.filter((outcome) => standing(outcome, plan.strict) === which).length;
}

/** Whether it broke what it was not known to break: advice counts with `--strict` only. */
function isBroken(outcome: Outcome, strict: boolean): boolean {
  const { verdict } = outcome;
  const isBreach = verdict === 'fail' || (verdict === 'advice' && strict);
  return isBreach && standing(outcome, strict) === 'against';
}

/** The verdicts of what is left, without what is known. */
function rest({ outcomes, plan }: RunResult, verdicts: readonly Verdict[]): readonly string[] {
  const news = outcomes.filter((outcome) => standing(outcome, plan.strict) !== 'known');
  return verdicts
    .map((verdict) => [news.filter((one) => one.verdict === verdict).length, verdict] as const)
    .filter(([count]) => count > 0)
    .map(([count, verdict]) => `${count} ${verdict}`);
}

/** What is not as the expectations say, besides what is broken. */
function unmet(result: RunResult): readonly string[] {
  const others = result.outcomes.filter((outcome) => !isBroken(outcome, result.plan.strict));
  const count = (which: Met) =>
    others.filter(({ expectation }) => expectation?.met === which).length;
  const [passes, changes, regressions] = [
    count('unexpected-pass'),
    count('changed'),
    count('regression'),
  ];
  return [
    ...(passes > 0 ? [`${passes} unexpected pass${passes === 1 ? '' : 'es'}`] : []),
    ...(changes > 0 ? [`${changes} changed`] : []),
    ...(regressions > 0 ? [plural(regressions, 'regression')] : []),
  ];
}

function known(result: RunResult): readonly string[] {
  const count = countOf(result, 'known');
  return count > 0 ? [`${count} as expected`] : [];
}

function joined(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}

function whyNot(result: RunResult): string {
  const { noun = 'scenario' } = result;
  const total = result.outcomes.length;
  const [problem] = result.problems;
  if (problem !== undefined) return visible(problem);
  if (result.interrupted) {
    const begun = result.outcomes.filter(({ tries }) => tries.length > 0).length;
    return `the run was interrupted when ${begun} of ${plural(total, noun)} had begun`;
  }
  if (total === 0) return `no ${noun} was run`;
  const unclear = rest(result, ['error', 'inconclusive']).join(', ');
  if (unclear !== '') return `of ${plural(total, noun)} ${unclear}`;
  return `none of ${plural(total, noun)} exercised the homeserver`;
}

/**
 * One sentence: whether the homeserver conforms, as far as this run can say. It follows the run's
 * exit code: 0 conforms, 1 does not conform, or not as expected, 2 cannot say.
 */
export function conclusion(result: RunResult): string {
  const total = plural(result.outcomes.length, result.noun ?? 'scenario');
  if (result.exitCode === 2) {
    const why = whyNot(result);
    return `cannot say: ${why}${/[.?!]$/.test(why) ? '' : '.'}`;
  }
  const unfinished = result.interrupted || result.problems.length > 0;
  const but = unfinished ? ' Not everything was run.' : '';
  if (result.exitCode === 1) {
    const count = result.outcomes.filter((one) => isBroken(one, result.plan.strict)).length;
    const others = [...known(result), ...rest(result, ['error', 'inconclusive'])];
    if (count === 0) {
      const file = visible(result.plan.expectations ?? 'its expectations');
      return `is not as ${file} says: ${unmet(result).join(', ')}${joined(others)}.${but}`;
    }
    const how = result.plan.strict ? 'failed, unmet advice counted (--strict)' : 'broke a MUST';
    const beside = joined([...unmet(result), ...others]);
    return `does not conform: ${count} of ${total} ${how}${beside}.${but}`;
  }
  const others = rest(result, ['fail', 'error', 'inconclusive', 'advice', 'unsupported']);
  const passed = `${result.counts.pass} of ${total} passed${joined([...known(result), ...others])}`;
  const except = countOf(result, 'known') > 0 ? ' but for what is known' : '';
  return `conforms${except}: ${passed}.${but}`;
}
