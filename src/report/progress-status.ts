import { verdicts } from '../model/verdict.ts';
import { fittedLine, type Piece } from './fitted-line.ts';
import type { Paint } from './paint.ts';
import type { ProgressState } from './progress-state.ts';
import { seconds } from './seconds.ts';
import { verdictSigns } from './verdict-sign.ts';
import { visible } from './visible.ts';

/** Below this many milliseconds a wait is over before it is read. */
const worthTelling = 1000;

/** How the outcomes so far ended, the gravest first; without what there is none of. */
export function countPieces(
  counts: ProgressState['counts'],
  paint: Paint,
  withWords: boolean,
): readonly Piece[] {
  return verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => {
      const { colour, symbol } = verdictSigns[verdict];
      const text = `${symbol} ${counts[verdict]}${withWords ? ` ${verdict}` : ''}`;
      return { text, shown: paint(colour, text) };
    });
}

/** What is under way: the scenario that began first, how many others, and what it waits for. */
export function underWayPieces({ underWay }: ProgressState, paint: Paint): readonly Piece[] {
  const [first, ...others] = underWay;
  if (first === undefined) return [];
  const waits = first.waitMs >= worthTelling;
  const wait = waits ? ` waits ${seconds(first.waitMs)} for the rate limit` : '';
  const more = others.length === 0 ? '' : ` +${others.length}`;
  const text = `${visible(first.id)}${more}${wait}`;
  return [{ text, shown: paint('dim', text) }];
}

/** The one line that a terminal shows while the run goes on. At most `width` columns. */
export function progressStatus(state: ProgressState, paint: Paint, width: number): string {
  const done = `${state.finished}/${state.planned}`;
  const pieces = [
    { text: done, shown: paint('bold', done) },
    ...countPieces(state.counts, paint, false),
    ...underWayPieces(state, paint),
  ];
  return fittedLine(pieces, width);
}
