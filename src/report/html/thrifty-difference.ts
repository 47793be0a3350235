import { difference } from './difference.ts';
import type { Piece } from './piece.ts';

/** What comparing may cost a whole page, in characters: some 0.1 seconds. */
const mostCompared = 400_000;

/** `difference` for a whole page: each two texts once, and no more of them than a reader can wait for. */
export function thriftyDifference(): typeof difference {
  const known = new Map<string, readonly Piece[] | undefined>();
  let left = mostCompared;
  return (expected, actual) => {
    const key = `${expected.length} ${expected}${actual}`;
    if (known.has(key)) return known.get(key);
    left -= expected.length + actual.length;
    const pieces = left < 0 ? undefined : difference(expected, actual);
    known.set(key, pieces);
    return pieces;
  };
}
