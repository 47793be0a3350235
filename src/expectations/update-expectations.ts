import type { Expectation, Expectations } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import { changedLines } from './changed-lines.ts';
import { changesFor } from './changes-for.ts';
import { ExpectationsError } from './expectations-error.ts';
import { freshEntry } from './fresh-entry.ts';
import { type ReadOptions, readExpectations } from './read-expectations.ts';
import { Sheet } from './sheet.ts';

/** What a file has to become, and which entries are the reason; ids in the order of the run. */
export interface Update {
  readonly text: string;
  readonly added: readonly Outcome[];
  readonly removed: readonly Outcome[];
  readonly changed: readonly Outcome[];
  /** Failed, and yet left as they are: their entry does not hold, and only its author knows why. */
  readonly left: readonly Outcome[];
  /** The lines of reasons that lack. */
  readonly toFillIn: readonly number[];
}

const head = `# Known failures: what matrix-conformance --expectations reads.
# An entry without a reason stops the run.
`;

/**
 * Brings an expectations file up to date with a run: adds what is new, removes what passed, changes
 * what fails otherwise. Every other character stays as it is, so that a second time changes nothing.
 * @param text none for a file that is not there yet.
 * @throws ExpectationsError where the file cannot be read, or could not be afterwards.
 */
export function updateExpectations(
  text: string | undefined,
  options: ReadOptions,
  outcomes: readonly Outcome[],
): Update {
  const readable = { ...options, reasonsMayLack: true };
  const before = readExpectations(text ?? '', readable);
  const entries = new Map(before.entries.map((entry) => [entry.id, entry]));
  const isOf = (...mets: string[]) =>
    outcomes.filter(
      ({ id, expectation }) => entries.has(id) && mets.includes(expectation?.met ?? ''),
    );
  const failed = outcomes.filter(({ verdict }) => verdict === 'fail' || verdict === 'advice');
  const removed = isOf('unexpected-pass');
  const changed = isOf('changed', 'regression');
  const added = failed.filter(({ id }) => !entries.has(id));
  const left = isOf('expired', 'other-version').filter((one) => failed.includes(one));
  const entryOf = ({ id }: Outcome): Expectation[] => [entries.get(id) ?? []].flat();
  const lines = (text ?? head).split('\n');
  for (const outcome of changed) {
    for (const entry of entryOf(outcome)) {
      for (const { line, becomes = '' } of changedLines(entry.lines, changesFor(entry, outcome))) {
        lines[line - 1] = becomes + (lines[line - 1]?.endsWith('\r') ? '\r' : '');
      }
    }
  }
  if (added.length > 0) append(lines, before, new Sheet(text ?? ''), added);
  for (const { lines: gone } of removed.flatMap(entryOf).toSorted(lastFirst)) {
    cut(lines, (gone[0]?.line ?? 0) - 1, gone.length);
  }
  const update = { text: lines.join('\n'), added, removed, changed, left };
  return { ...update, toFillIn: toFillIn(update.text, readable, entries.size, update) };
}

function lastFirst(one: Expectation, other: Expectation): number {
  return other.line - one.line;
}

/** Takes lines out, and one of two empty lines that would then meet. */
function cut(lines: string[], from: number, count: number): void {
  lines.splice(from, count);
  const isEmpty = (index: number) => (lines[index] ?? '').trim() === '';
  if (from < lines.length && isEmpty(from) && isEmpty(from - 1)) lines.splice(from, 1);
}

/** Puts entries after the last one that there is. */
function append(
  lines: string[],
  { entries }: Expectations,
  sheet: Sheet,
  added: readonly Outcome[],
): void {
  const end = lines.some((line) => line.endsWith('\r')) ? '\r' : '';
  const { contents } = sheet.document;
  const last = entries.at(-1)?.lines.at(-1)?.line;
  if (last === undefined && contents?.range) {
    // An empty map is written as {}, or as nothing.
    const { line, from, to } = sheet.spanOf(contents);
    lines[line - 1] = (lines[line - 1] ?? '').slice(0, from) + (lines[line - 1] ?? '').slice(to);
  }
  while (last === undefined && lines.at(-1)?.trim() === '') lines.pop();
  const at = last ?? lines.length;
  const column = sheet.membersOf(contents)[0];
  const indent = ' '.repeat(column === undefined ? 0 : sheet.columnOf(column.key));
  const fresh = added.flatMap((outcome) => ['', ...freshEntry(outcome, indent)]);
  // Nothing stands above: then there is nothing to be parted from.
  const block = at === 0 ? fresh.slice(1) : fresh;
  if (at > 0 && end !== '' && !lines[at - 1]?.endsWith(end)) lines[at - 1] += end;
  lines.splice(at, 0, ...block.map((line) => line + end));
  if (lines.at(-1) !== '') lines.push('');
}

/** @throws ExpectationsError where the text does not say what it has to. */
function toFillIn(
  text: string,
  options: ReadOptions,
  before: number,
  { added, removed }: Pick<Update, 'added' | 'removed'>,
): readonly number[] {
  const { entries } = readExpectations(text, options);
  if (entries.length !== before + added.length - removed.length) {
    throw new ExpectationsError([
      `${options.file} cannot be brought up to date by the program: edit it by hand.`,
    ]);
  }
  return entries.filter(({ reason }) => reason === '').map(({ reasonLine }) => reasonLine);
}
