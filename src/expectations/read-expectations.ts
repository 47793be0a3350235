import { isMap } from 'yaml';
import { type Expectation, type Expectations, expectables } from '../model/expectation.ts';
import { nearWord } from '../model/near-word.ts';
import { decidingKinds } from '../model/violation.ts';
import { entryLines } from './entry-lines.ts';
import { ExpectationsError } from './expectations-error.ts';
import { type Entry, readEntry, type Tell } from './read-entry.ts';
import { Sheet } from './sheet.ts';

/** What a file is read with. */
export interface ReadOptions {
  /** As its user named it: every fault begins with it. */
  readonly file: string;
  /** Those of all scenarios that there are, not only of those that are to be run. */
  readonly ids: readonly string[];
  /** Where ids are not a list: what is wrong with one, as a sentence. */
  readonly problemOf?: (id: string) => string | undefined;
  /** An entry may lack its reason: it was written by the program, or is about to be. */
  readonly reasonsMayLack?: boolean;
}

/**
 * Reads an expectations file.
 * @throws ExpectationsError with every fault of the file, in the order of its lines.
 */
export function readExpectations(text: string, options: ReadOptions): Expectations {
  const { file } = options;
  const faults: { readonly line: number; readonly sentence: string }[] = [];
  const tell: Tell = (line, sentence) => faults.push({ line, sentence });
  const sheet = new Sheet(text);
  for (const { line, message } of sheet.faults) tell(line, `${message}.`);
  const entries = faults.length > 0 ? [] : readAll(sheet, options, tell);
  if (faults.length > 0) {
    const inOrder = faults.toSorted((one, other) => one.line - other.line);
    throw new ExpectationsError(
      inOrder.map(({ line, sentence }) => `${file}:${line}: ${sentence}`),
    );
  }
  return { file, entries };
}

function readAll(sheet: Sheet, options: ReadOptions, tell: Tell): readonly Expectation[] {
  const { contents } = sheet.document;
  if (contents === null || (sheet.textOf(contents) === '' && !isMap(contents))) return [];
  const members = sheet.membersOf(contents);
  if (!isMap(contents)) tell(sheet.lineOf(contents), 'the file has to be a map of scenario ids.');
  else if (contents.flow === true && members.length > 0) {
    tell(sheet.lineOf(contents), 'each entry has to begin on a line of its own, without { }.');
  }
  const seen = new Map<string, number>();
  return members.flatMap((member, index) => {
    const id = sheet.textOf(member.key) ?? '';
    const line = sheet.lineOf(member.key);
    const before = seen.get(id);
    if (before !== undefined) tell(line, `${id} stands there a second time, after line ${before}.`);
    seen.set(id, line);
    const problem = problemOf(id, options);
    if (problem !== undefined) tell(line, problem);
    const reasonMayLack = options.reasonsMayLack === true;
    const entry = readEntry(sheet, id, member, { tell, reasonMayLack });
    const reasonLine = entry.reason === undefined ? line : sheet.lineOf(entry.reason.at.key);
    const lines = entryLines(sheet, members, index);
    return expectationOf(sheet, id, entry, { file: options.file, line, reasonLine, lines });
  });
}

function problemOf(id: string, { ids, problemOf: ofOthers }: ReadOptions): string | undefined {
  if (ofOthers !== undefined) return ofOthers(id);
  return ids.includes(id) ? undefined : `there is no scenario ${id}${hint(id, ids)}`;
}

/** Who leaves the name of the suite out, means the scenario that ends so. */
function hint(id: string, ids: readonly string[]): string {
  const near = ids.find((one) => id !== '' && one.endsWith(`/${id}`)) ?? nearWord(id, ids);
  return near === undefined
    ? ': matrix-conformance list shows their ids.'
    : `: did you mean ${near}?`;
}

/** The entry as data; none where a fault of it was told already. */
function expectationOf(
  sheet: Sheet,
  id: string,
  entry: Entry,
  where: Pick<Expectation, 'file' | 'line' | 'reasonLine' | 'lines'>,
): readonly Expectation[] {
  const expect = expectables.find((one) => one === entry.expect?.text);
  const kind = decidingKinds.find((one) => one === entry.kind?.text);
  const expectAt = entry.expect?.at.value;
  if (expect === undefined || !expectAt) return [];
  const kindAt = entry.kind?.at.value;
  const { url, versions, until } = entry;
  return [
    {
      id,
      expect,
      // Reports tell it on one line, however its author broke it.
      reason: (entry.reason?.text ?? '').trim().replace(/\s+/g, ' '),
      ...(url && { url: url.text }),
      ...(kind && { kind }),
      ...(versions && { versions: versions.text }),
      ...(until && { until: until.text }),
      ...where,
      spans: { expect: sheet.spanOf(expectAt), ...(kindAt && { kind: sheet.spanOf(kindAt) }) },
    },
  ];
}
