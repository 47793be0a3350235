import type { ExampleFrame } from '../../model/example-finding.ts';
import type { Paint } from '../paint.ts';
import { lineWindow } from './line-window.ts';

/** How many lines before and after the place are shown at most. */
const around = 3;

/** How a frame is to look, and where it points to. */
export interface CodeFrameLook {
  /** Both from 1, the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Lines of a document with their numbers, and a caret below the place; each cut to the width. */
export function codeFrame(
  frame: ExampleFrame,
  { line, column, paint, width }: CodeFrameLook,
): string {
  const shown = frame.lines
    .map((text, index) => ({ number: frame.line + index, text }))
    .filter(({ number }) => Math.abs(number - line) <= around);
  const digits = String(shown.at(-1)?.number ?? '').length;
  const room = Math.max(20, width - digits - 8);
  return shown
    .flatMap(({ number, text }) => {
      const isIt = number === line;
      const window = lineWindow(text, isIt ? column : 1, room);
      const gutter = `${String(number).padStart(digits)} |`;
      const code = window.text === '' ? '' : ` ${window.text}`;
      if (!isIt) return [`    ${paint('dim', gutter)}${code}`];
      const below = `    ${paint('dim', `${' '.repeat(digits)} |`)}`;
      return [
        `  ${paint('red', '>')} ${paint('dim', gutter)}${code}`,
        `${below} ${' '.repeat(window.caret)}${paint('red', '^')}`,
      ];
    })
    .join('\n');
}
