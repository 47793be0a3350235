import type { RunResult } from '../../model/run-result.ts';
import { standing } from '../../model/standing.ts';
import type { Paint } from '../paint.ts';
import { terminalFindings } from '../terminal-findings.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { visible } from '../visible.ts';
import { indented } from '../wrap.ts';

/** How many are told in a line; with `--strict` all are told in full. */
const told = 20;

/** What clients did wrong; empty where they did nothing. */
export function clientFaults(run: RunResult, paint: Paint, width: number): string {
  if (run.plan.strict) return terminalFindings(run, 'advice', paint, width);
  const faults = run.outcomes.filter(
    (one) => one.verdict === 'advice' && standing(one, false) !== 'known',
  );
  if (faults.length === 0) return '';
  const { colour, symbol } = verdictSigns.advice;
  const lines = faults.slice(0, told).map(({ id, reason, tries }) => {
    const count = tries[0]?.checks ?? 1;
    const line = `${visible(id)}: ${visible(reason)} × ${count}`;
    return indented(`  ${symbol} `, line, width).replace(symbol, paint(colour, symbol));
  });
  const left = faults.length - lines.length;
  const rest = left === 0 ? [] : [`  ${symbol} ${left} more`];
  const heading = `${paint(colour, `clients' faults (${faults.length})`)}: requests that are not as documented, and do not count against the homeserver`;
  return [indented('', heading, width), ...lines, ...rest].join('\n');
}
