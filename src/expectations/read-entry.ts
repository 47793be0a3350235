import { isMap } from 'yaml';
import { type Expectable, expectables } from '../model/expectation.ts';
import { nearWord } from '../model/near-word.ts';
import { type DecidingKind, decidingKinds } from '../model/violation.ts';
import type { Member, Sheet } from './sheet.ts';
import { isVersionRange } from './version-holds.ts';

const names = ['expect', 'reason', 'url', 'kind', 'versions', 'until'] as const;

type Name = (typeof names)[number];

/** The members of an entry: each as it is written, and with its place. */
export type Entry = Readonly<Partial<Record<Name, { readonly text: string; readonly at: Member }>>>;

/** Takes one fault, with the line on which it stands. */
export type Tell = (line: number, sentence: string) => void;

/**
 * Reads the members of one entry, and tells each fault of theirs once: who writes `resaon` is not
 * told as well that the reason lacks.
 */
export function readEntry(
  sheet: Sheet,
  id: string,
  { key, value }: Member,
  { tell, reasonMayLack }: { readonly tell: Tell; readonly reasonMayLack: boolean },
): Entry {
  const line = sheet.lineOf(key);
  if (!isMap(value)) {
    tell(line, `the entry ${id} has to be a map with expect and reason.`);
    return {};
  }
  const entry: { -readonly [key in keyof Entry]: Entry[key] } = {};
  const isTold = new Set<string | undefined>();
  for (const member of sheet.membersOf(value)) {
    const word = sheet.textOf(member.key) ?? '';
    const at = sheet.lineOf(member.key);
    const text = sheet.textOf(member.value);
    const name = names.find((one) => one === word);
    const problem =
      name === undefined
        ? `an entry has no ${word}: ${meant(word)}`
        : problemOf(name, text, entry[name] !== undefined, member);
    if (problem !== undefined) {
      tell(at, problem);
      isTold.add(name ?? nearWord(word, names));
    } else if (name !== undefined && text !== undefined) entry[name] = { text, at: member };
  }
  for (const [name, sentence] of faultsOf(entry, id, reasonMayLack)) {
    const member = entry[name]?.at.key;
    if (!isTold.has(name)) tell(member === undefined ? line : sheet.lineOf(member), sentence);
  }
  return entry;
}

function meant(word: string): string {
  const near = nearWord(word, names);
  return near === undefined ? `there are ${names.join(', ')}.` : `did you mean ${near}?`;
}

function problemOf(
  name: Name,
  text: string | undefined,
  isSecond: boolean,
  { value }: Member,
): string | undefined {
  if (isSecond) return `${name} stands there a second time.`;
  if (text === undefined) return `${name} has to be one value.`;
  // An issue's number, #123, would be lost without a word.
  const isCut = name === 'reason' && /^\d/.test(value?.comment ?? '');
  return isCut
    ? 'YAML takes a # after a space for a comment: put the reason in quotes.'
    : undefined;
}

/** What is wrong with the values, by the member that is at fault. */
function* faultsOf(
  entry: Entry,
  id: string,
  reasonMayLack: boolean,
): Iterable<readonly [Name, string]> {
  const text = (name: Name) => entry[name]?.text;
  const [expect, kind, url, until] = [text('expect'), text('kind'), text('url'), text('until')];
  const versions = text('versions');
  if (expect === undefined) yield ['expect', 'the entry says nothing to expect.'];
  else if (!isExpectable(expect)) yield ['expect', oneOf('expect', expectables, expect)];
  if (!reasonMayLack && (text('reason') ?? '').trim() === '') {
    yield ['reason', `${id} has no reason: say why it is expected.`];
  }
  if (kind !== undefined && !isDecidingKind(kind)) {
    yield ['kind', oneOf('kind', decidingKinds, kind)];
  } else if (kind === 'timeout' && expect === 'advice') {
    yield ['kind', 'what runs into its timeout is no advice: expect fail.'];
  } else if (kind !== undefined && expect === 'skip') {
    yield ['kind', 'what is skipped fails in no kind: leave kind out.'];
  }
  if (url !== undefined && !/^https?:/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    yield ['url', `url is an http or https URL, not ${shown(url)}.`];
  }
  if (versions !== undefined && !isVersionRange(versions)) {
    yield ['versions', `versions is a range such as ">=1.100 <1.170", not ${shown(versions)}.`];
  }
  if (until !== undefined && expect !== 'flaky') {
    yield ['until', 'until goes with expect: flaky alone.'];
  } else if (until !== undefined && !isDay(until)) {
    yield ['until', `until is a day such as 2027-01-31, not ${shown(until)}.`];
  } else if (until === undefined && expect === 'flaky') {
    yield ['expect', 'flaky needs the day on which that ends: until: 2027-01-31.'];
  }
}

function isExpectable(text: string): text is Expectable {
  return expectables.some((one) => one === text);
}

function isDecidingKind(text: string): text is DecidingKind {
  return decidingKinds.some((one) => one === text);
}

function oneOf(name: string, words: readonly string[], text: string): string {
  return `${name} is one of ${words.join(', ')}, not ${shown(text)}.`;
}

function shown(text: string): string {
  return text.trim() === '' ? 'empty' : text;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && date.toJSON()?.slice(0, 10) === text;
}
