import { fittedLine } from './fitted-line.ts';
import type { Paint } from './paint.ts';
import type { ProgressState, SuiteProgress } from './progress-state.ts';
import { countPieces, progressStatus, underWayPieces } from './progress-status.ts';
import { timeLeftText } from './time-left.ts';

/** How much room a terminal has, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

const barCells = 16;

/** Below this many columns there is no room for a bar, and words give way to their signs. */
const narrow = 80;

function bar({ finished, planned }: SuiteProgress): string {
  const full = planned === 0 ? barCells : Math.floor((barCells * finished) / planned);
  return `${'█'.repeat(full)}${'░'.repeat(barCells - full)}`;
}

function suiteLine(one: SuiteProgress, names: number, digits: number, paint: Paint, width: number) {
  const isNarrow = width < narrow;
  const name = one.suite.padEnd(names);
  const done = `${String(one.finished).padStart(digits)}/${String(one.planned).padEnd(digits)}`;
  const plain = (text: string) => ({ text, shown: text });
  return fittedLine(
    [
      plain(name),
      ...(isNarrow ? [] : [plain(bar(one))]),
      plain(done),
      ...countPieces(one.counts, paint, !isNarrow),
    ],
    width,
  );
}

/**
 * The lines that a terminal shows while a run goes on: one for each suite, and one of what is under
 * way. Where the terminal has fewer rows than that, or is very narrow, it is one line in all.
 * @param leftMs how long the run goes on, where that can be told.
 */
export function liveFrame(
  state: ProgressState,
  paint: Paint,
  size: Size,
  leftMs?: number,
): readonly string[] {
  // One column is left free: in the last one many terminals break the line.
  const width = Math.max(20, size.columns) - 1;
  const { suites } = state;
  // What has happened has to be seen above it, too.
  const hasRoom = size.rows >= suites.length + 4 && width >= 40;
  if (suites.length === 0 || !hasRoom) return [progressStatus(state, paint, width)];
  const names = Math.max(...suites.map(({ suite }) => suite.length));
  const digits = String(Math.max(...suites.map(({ planned }) => planned))).length;
  const done = `${state.finished}/${state.planned}`;
  const left = leftMs === undefined ? [] : [timeLeftText(leftMs)];
  const status = [
    { text: done, shown: paint('bold', done) },
    ...left.map((text) => ({ text, shown: text })),
    ...underWayPieces(state, paint),
  ];
  return [
    ...suites.map((one) => suiteLine(one, names, digits, paint, width)),
    fittedLine(status, width),
  ];
}
