import type { FileLine } from '../model/expectation.ts';
import type { Member, Sheet } from './sheet.ts';

/**
 * All lines that go when an entry does: the entry, and the comment right above it. The head of the
 * file stays, and so does a comment above several entries, which is about the others as well.
 * @param index of the entry, in the order of the file.
 */
export function entryLines(
  sheet: Sheet,
  entries: readonly Member[],
  index: number,
): readonly FileLine[] {
  const entry = entries[index];
  if (entry === undefined) return [];
  const { lines } = sheet;
  const textAt = (line: number) => lines[line - 1]?.trim() ?? '';
  const isComment = (line: number) => textAt(line).startsWith('#');
  const column = sheet.columnOf(entry.key);
  // What stands deeper than the key is the entry's own, a comment as well.
  const isOutside = (line: number) =>
    textAt(line) === '' ||
    textAt(line) === '...' ||
    (isComment(line) && (lines[line - 1] ?? '').search(/\S/) <= column);
  const next = entries[index + 1];
  const first = sheet.lineOf(entry.key);
  let last = (next === undefined ? lines.length + 1 : sheet.lineOf(next.key)) - 1;
  while (last > first && isOutside(last)) last -= 1;
  let from = first;
  while (from > 1 && isComment(from - 1) && isOutside(from - 1)) from -= 1;
  const isHead = from === 1 || textAt(from - 1) === '---';
  const isShared = next !== undefined && sheet.lineOf(next.key) === last + 1;
  if (isHead || isShared) from = first;
  return Array.from({ length: last - from + 1 }, (_, offset) => ({
    line: from + offset,
    text: (lines[from + offset - 1] ?? '').replace(/\r$/, ''),
  }));
}
