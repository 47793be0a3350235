/** The colours of a line take no room. */
const colours = /\u001b\[\d*m/g;

/** Shows the cursor again, or hides it. */
export const cursor = { hide: '\u001b[?25l', show: '\u001b[?25h' };

/** Draws frames over each other, below lines that stay. */
export interface LiveScreen {
  /**
   * The text that makes the terminal show `lasting` for good, and below it the frame. Only lines
   * that changed are written again.
   * @param lasting whole lines, or nothing.
   * @param lines each shorter than `columns`.
   */
  draw(lasting: string, lines: readonly string[], columns: number): string;
}

/** A screen on which nothing is drawn yet; the cursor stands at a line's beginning. */
export function liveScreen(): LiveScreen {
  let shown: readonly string[] = [];
  let width = 0;
  return {
    draw(lasting, lines, columns) {
      const isSame = columns === width && lines.length === shown.length && lasting === '';
      const text = isSame ? changes(shown, lines) : again(shown, lasting, lines, columns);
      shown = lines;
      width = columns;
      return text;
    },
  };
}

/** To the frame's first line. A terminal that became narrower has broken the lines of the old one. */
function toTop(shown: readonly string[], columns: number): string {
  const rowsOf = (line: string) =>
    Math.max(1, Math.ceil(line.replace(colours, '').length / Math.max(1, columns)));
  const rows = shown.reduce((sum, line) => sum + rowsOf(line), 0);
  return `\r${rows > 1 ? `\u001b[${rows - 1}A` : ''}`;
}

function again(
  shown: readonly string[],
  lasting: string,
  lines: readonly string[],
  columns: number,
): string {
  // Away with all that stands below, then anew.
  const top = shown.length === 0 ? '' : `${toTop(shown, columns)}\u001b[J`;
  return `${top}${lasting}${lines.join('\n')}`;
}

function changes(shown: readonly string[], lines: readonly string[]): string {
  const changed = lines.flatMap((line, index) => (line === shown[index] ? [] : [index]));
  if (changed.length === 0) return '';
  const last = lines.length - 1;
  const up = last > 0 ? `\u001b[${last}A` : '';
  let at = 0;
  let text = `\r${up}`;
  for (const index of changed) {
    text += `${'\n'.repeat(index - at)}\r\u001b[2K${lines[index] ?? ''}`;
    at = index;
  }
  return `${text}${'\n'.repeat(last - at)}`;
}
