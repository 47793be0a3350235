import { createRequire } from 'node:module';
import { formatted } from './formatted.ts';
import type { Piece } from './piece.ts';

// Loaded when a page first shows a difference: most runs make no page.
const require = createRequire(import.meta.url);
const line = (): typeof import('diff/lib/diff/line.js') => require('diff/lib/diff/line.js');
const word = (): typeof import('diff/lib/diff/word.js') => require('diff/lib/diff/word.js');

/** A homeserver chooses what is compared, so that the work has a bound. */
const limit = { longest: 4000, edits: 400 };

/** Over several lines where it is JSON of some length, as it is then compared line by line. */
function laidOut(text: string): string {
  return text.length < 40 ? text : formatted(text);
}

/** What differs between what was expected and what came; none where they have nothing in common. */
export function difference(expected: string, actual: string): readonly Piece[] | undefined {
  if (expected.length > limit.longest || actual.length > limit.longest) return undefined;
  const [before, after] = [laidOut(expected), laidOut(actual)];
  const isLong = before.includes('\n') && after.includes('\n');
  const options = { maxEditLength: limit.edits };
  const changes = isLong
    ? line().diffLines(before, after, options)
    : word().diffWordsWithSpace(before, after, options);
  const hasCommon = changes?.some(
    ({ added, removed, value }) => !added && !removed && /\w/.test(value),
  );
  if (changes === undefined || !hasCommon) return undefined;
  return changes.map(({ added, removed, value }) => [
    added ? 'come' : removed ? 'gone' : 'same',
    value,
  ]);
}
