import type { Position } from '../openapi/find-position.ts';

/** The lines of a text, and where each begins. */
export class LineStarts {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
      this.#starts.push(at + 1);
  }

  /** The offset of the beginning of a line, which counts from 1; nothing after the last. */
  startOf(line: number): number | undefined {
    return this.#starts[line - 1];
  }

  /** Line and column of an offset, both from 1. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
