import { verdicts } from '../model/verdict.ts';
import type { Paint } from './paint.ts';
import type { ProgressState } from './progress-state.ts';
import { seconds } from './seconds.ts';
import { verdictSigns } from './verdict-sign.ts';
import { visible } from './visible.ts';

/** Below this many milliseconds a wait is over before it is read. */
const worthTelling = 1000;

/**
 * The line that a terminal shows while the run goes on: how many are done, how they ended, what is
 * under way. At most `width` columns, for a line that breaks could not be rewritten.
 */
export function progressStatus(state: ProgressState, paint: Paint, width: number): string {
  const pieces: { readonly text: string; readonly shown: string }[] = [];
  const done = `${state.finished}/${state.planned}`;
  pieces.push({ text: done, shown: paint('bold', done) });
  for (const verdict of verdicts) {
    if (state.counts[verdict] === 0) continue;
    const { colour, symbol } = verdictSigns[verdict];
    const text = `${symbol} ${state.counts[verdict]}`;
    pieces.push({ text, shown: paint(colour, text) });
  }
  const [first, ...others] = state.underWay;
  if (first !== undefined) {
    const waits = first.waitMs >= worthTelling;
    const wait = waits ? ` waits ${seconds(first.waitMs)} for the rate limit` : '';
    const more = others.length === 0 ? '' : ` +${others.length}`;
    const text = `${visible(first.id)}${more}${wait}`;
    pieces.push({ text, shown: paint('dim', text) });
  }
  let room = width;
  let line = '';
  for (const { text, shown } of pieces) {
    const gap = line === '' ? 0 : 2;
    if (gap + text.length > room) {
      // Only the last piece is ever long; it loses its end and its colour.
      const kept = text.slice(0, Math.max(0, room - gap - 1));
      return kept === '' ? line : `${line}${' '.repeat(gap)}${kept}…`;
    }
    line += `${' '.repeat(gap)}${shown}`;
    room -= gap + text.length;
  }
  return line;
}
