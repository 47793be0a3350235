import type { RunResult } from '../model/run-result.ts';
import { standing } from '../model/standing.ts';
import type { Verdict } from '../model/verdict.ts';
import { meaningOf } from './meaning-of.ts';
import type { Paint } from './paint.ts';
import { seenWith } from './seen-with.ts';
import { terminalFinding } from './terminal-finding.ts';
import { terminalGroups } from './terminal-groups.ts';
import { verdictSigns } from './verdict-sign.ts';
import { visible } from './visible.ts';

/** All outcomes of one verdict, as fully as the verdict deserves; empty where there are none. */
export function terminalFindings(
  result: RunResult,
  verdict: Verdict,
  paint: Paint,
  width: number,
): string {
  const all = result.outcomes.filter((outcome) => outcome.verdict === verdict);
  // What fails as expected is no news: it has a section of its own.
  const outcomes = all.filter((outcome) => standing(outcome, result.plan.strict) !== 'known');
  if (outcomes.length === 0) return '';
  const { colour } = verdictSigns[verdict];
  const meaning = meaningOf(verdict, result);
  const isFull = verdict === 'fail' || (verdict === 'advice' && result.plan.strict);
  const isKnown = all.length - outcomes.length;
  const others = isKnown === 0 ? '' : `, and ${isKnown} expected`;
  const heading = `${paint(colour, `${verdict} (${outcomes.length}${others})`)}: ${meaning}`;
  if (isFull) {
    const seen = seenWith(result);
    const told = outcomes.map((outcome) => terminalFinding(outcome, paint, width, seen));
    return [heading, ...told].join('\n\n');
  }
  if (verdict === 'advice') {
    const { symbol } = verdictSigns.advice;
    const lines = outcomes.map(
      ({ id, reason }) => `  ${symbol} ${visible(id)}: ${visible(reason)}`,
    );
    return [heading, ...lines].join('\n');
  }
  const withExchange = verdict === 'error' || verdict === 'inconclusive';
  return `${heading}\n${terminalGroups(outcomes, verdict, { paint, width, withExchange })}`;
}
