import type { FileLine, LineEdit, Span } from '../model/expectation.ts';

/** A value's place, and what has to stand there. */
export type Change = readonly [Span, string];

/** The lines that changes alter, each as it is and as it has to become. */
export function changedLines(
  lines: readonly FileLine[],
  changes: readonly Change[],
): readonly LineEdit[] {
  // From the right: a value that becomes longer would move those after it.
  const inTurn = changes.toSorted(([one], [other]) => other.from - one.from);
  return lines.flatMap(({ line, text }) => {
    const mine = inTurn.filter(([span]) => span.line === line);
    if (mine.length === 0) return [];
    const becomes = mine.reduce(
      (sofar, [{ from, to }, word]) => sofar.slice(0, from) + word + sofar.slice(to),
      text,
    );
    return [{ line, text, becomes }];
  });
}
