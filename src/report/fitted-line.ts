/** A part of a line: what it says, and the same as it is painted. */
export interface Piece {
  readonly text: string;
  readonly shown: string;
}

/**
 * Joins pieces by two blanks into a line of at most `width` columns, for a line that breaks could
 * not be rewritten. The piece that does not fit loses its end and its colour, and those after it go.
 */
export function fittedLine(pieces: readonly Piece[], width: number): string {
  let room = width;
  let line = '';
  for (const { text, shown } of pieces) {
    const gap = line === '' ? 0 : 2;
    if (gap + text.length > room) {
      const kept = text.slice(0, Math.max(0, room - gap - 1));
      return kept === '' ? line : `${line}${' '.repeat(gap)}${kept}…`;
    }
    line += `${' '.repeat(gap)}${shown}`;
    room -= gap + text.length;
  }
  return line;
}
