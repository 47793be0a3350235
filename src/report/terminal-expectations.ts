import type { Judgement, LineEdit, Met } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import type { Paint } from './paint.ts';
import { type Colour, verdictSigns } from './verdict-sign.ts';
import { visible } from './visible.ts';
import { indented } from './wrap.ts';

/** What each way of meeting an expectation is told under; the others are told elsewhere, or not. */
const headings: readonly (readonly [Met, Colour, string, string])[] = [
  ['expected', 'dim', 'expected failures', 'known, and no news'],
  ['unexpected-pass', 'red', 'unexpected passes', 'known to fail, and passed'],
  ['changed', 'red', 'changed', 'known to break a MUST, and came to advice'],
  ['regression', 'red', 'regressions', 'known to fail, and failed otherwise'],
  ['unclear', 'yellow', 'unclear', 'known to fail, and this run does not show it'],
  ['expired', 'yellow', 'expired', 'their day is over, and the entry holds no more'],
];

/** What is known of the homeserver, and how the run met that; each in a section, or in none. */
export function terminalExpectations(
  { outcomes }: RunResult,
  paint: Paint,
  width: number,
): readonly string[] {
  return headings.map(([met, colour, name, meaning]) => {
    // A flaky scenario that passed is a pass like any other.
    const mine = outcomes.filter(
      ({ verdict, expectation }) =>
        expectation?.met === met && (met !== 'expected' || verdict !== 'pass'),
    );
    if (mine.length === 0) return '';
    const heading = `${paint(colour, `${name} (${mine.length})`)}: ${meaning}`;
    return [heading, ...mine.map((outcome) => told(outcome, paint, width))].join('\n');
  });
}

function told({ id, verdict, expectation }: Outcome, paint: Paint, width: number): string {
  if (expectation === undefined) return '';
  const { colour, symbol } = verdictSigns[verdict];
  const { file, line, met, edit } = expectation;
  const what = met === 'expected' ? because(expectation) : `${expectation.told} (${file}:${line})`;
  return [
    indented(`  ${symbol} `, `${visible(id)}: ${visible(what, 600)}`, width).replace(
      symbol,
      paint(colour, symbol),
    ),
    ...(edit === undefined ? [] : [edited(file, edit)]),
  ].join('\n');
}

function because({ reason, url, until }: Judgement): string {
  return [
    reason || 'no reason is given',
    ...(until === undefined ? [] : [`(flaky until ${until})`]),
    ...(url === undefined ? [] : [url]),
  ].join(' ');
}

/** The edit to the letter, with the numbers of the lines. */
function edited(file: string, edit: readonly LineEdit[]): string {
  const isRemoval = edit.every(({ becomes }) => becomes === undefined);
  const lines = edit.length === 1 ? 'this line' : 'these lines';
  const digits = String(edit.at(-1)?.line ?? '').length;
  return [
    `    ${isRemoval ? `Remove ${lines} from` : 'Write in'} ${visible(file)}:`,
    ...edit.map(
      ({ line, text, becomes }) =>
        `    ${String(line).padStart(digits)} | ${visible(becomes ?? text)}`,
    ),
  ].join('\n');
}
