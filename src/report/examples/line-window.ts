import { visible } from '../visible.ts';
import { textColumns } from './text-columns.ts';

/** The part of a line that is around a column, safe to print. */
export interface LineWindow {
  readonly text: string;
  /** How many columns of the terminal stand before the place. */
  readonly caret: number;
}

const tabStop = 4;

/** Each character as it is shown, an escape whole: what a cut must not split. */
function cells(text: string, start: number): readonly string[] {
  let at = start;
  return [...text].map((character) => {
    const shown = character === '\t' ? ' '.repeat(tabStop - (at % tabStop)) : visible(character);
    at += textColumns(shown);
    return shown;
  });
}

/** How many of the cells, from the first on, fit into a room. */
function fitting(all: readonly string[], room: number): number {
  let left = room;
  const over = all.findIndex((cell) => {
    left -= textColumns(cell);
    return left < 0;
  });
  return over === -1 ? all.length : over;
}

function columnsOf(all: readonly string[]): number {
  return all.reduce((sum, cell) => sum + textColumns(cell), 0);
}

/**
 * Cuts a line to `room` columns around a place, with `…` where something was cut off. Tabs become
 * spaces, and whatever does not show an escape. `column` counts UTF-16 units, from 1.
 *
 * It looks at no more of the line than it shows: a whole document may stand on one.
 */
export function lineWindow(whole: string, column: number, room: number): LineWindow {
  // A document with line ends of Windows may have been cut at the line feeds.
  const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
  const at = Math.min(Math.max(column - 1, 0), line.length);
  const from = Math.max(0, at - room);
  const before = cells(line.slice(from, at), 0);
  const after = cells(line.slice(at, at + room), columnsOf(before));
  // What follows has half of the room, and more where less stands before.
  const forAfter = Math.min(columnsOf(after), Math.ceil(room / 2));
  const isAllBefore = from === 0 && columnsOf(before) <= room - forAfter;
  const kept = isAllBefore ? before.length : fitting(before.toReversed(), room - forAfter - 1);
  const first = before.slice(before.length - kept);
  const rest = room - columnsOf(first) - (isAllBefore ? 0 : 1);
  const isAllAfter = at + room >= line.length && columnsOf(after) <= rest;
  const second = isAllAfter ? after : after.slice(0, fitting(after, rest - 1));
  return joined(isAllBefore ? '' : '…', first, second, isAllAfter ? '' : '…');
}

function joined(
  start: string,
  before: readonly string[],
  after: readonly string[],
  end: string,
): LineWindow {
  // Once more: what log readers obey is made of several characters.
  const shown = (all: readonly string[]) => visible(all.join(''), 10_000);
  const text = `${start}${shown([...before, ...after])}${end}`.trimEnd();
  return { text, caret: textColumns(start + shown(before)) };
}
