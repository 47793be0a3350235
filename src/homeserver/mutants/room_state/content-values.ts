import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeContent } from './change-content.ts';

type Change = (value: unknown, depth: number) => unknown;

function ofText(change: (text: string) => string): Change {
  return (value) => (typeof value === 'string' ? change(value) : value);
}

function ofLists(change: (list: readonly unknown[]) => readonly unknown[]): Change {
  return (value) => (Array.isArray(value) ? change(value) : value);
}

function ofMembers(change: (member: [string, unknown]) => readonly [string, unknown][]): Change {
  return (value) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).flatMap(change)) : value;
}

function isEmpty(value: unknown): boolean {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return true;
  return isObject(value) && Object.keys(value).length === 0;
}

/** What is done to values, and the scenarios that see it besides the one of all values. */
const changes: readonly [id: string, fault: string, change: Change, ...besides: string[]][] = [
  ['reverses-lists', 'Lists are stored backwards.', ofLists((list) => list.toReversed())],
  [
    'drops-nulls-from-lists',
    'Null is dropped from lists.',
    ofLists((list) => list.filter((one) => one !== null)),
  ],
  [
    'drops-what-is-empty-from-lists',
    'Empty strings, lists and objects are dropped from lists.',
    ofLists((list) => list.filter((one) => !isEmpty(one))),
  ],
  [
    'drops-zero',
    'Members with the value 0 are dropped.',
    ofMembers((member) => (member[1] === 0 ? [] : [member])),
  ],
  [
    'drops-false',
    'Members with the value false are dropped.',
    ofMembers((member) => (member[1] === false ? [] : [member])),
  ],
  [
    'drops-null',
    'Members of the content itself with the value null are dropped.',
    (value, depth) =>
      depth === 0 ? ofMembers((member) => (member[1] === null ? [] : [member]))(value, 0) : value,
  ],
  [
    'starts-members-in-lower-case',
    'The names of members start in lower case.',
    ofMembers(([name, value]) => [[name.charAt(0).toLowerCase() + name.slice(1), value]]),
  ],
  [
    'cuts-text-at-100',
    'Text is cut at 100 characters.',
    ofText((text) => text.slice(0, 100)),
    'a-body-in-chunks-is-read-whole',
    'an-event-may-have-nearly-64-kib',
    'an-event-over-65536-bytes-is-refused',
  ],
  [
    'escapes-markup',
    'Markup is escaped before it is stored.',
    ofText((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
  ],
  ['trims-text', 'White space around text is dropped.', ofText((text) => text.trim())],
  [
    'composes-text',
    'Text is stored in the normal form NFC.',
    ofText((text) => text.normalize()),
    'state-keys-are-case-sensitive',
  ],
  [
    'refuses-negative-integers',
    'A content with a negative integer of one digit is refused.',
    (value) => {
      if (typeof value !== 'number' || value >= 0 || value < -9) return value;
      throw new MatrixError(400, 'M_BAD_JSON', 'An integer is negative');
    },
  ],
];

/** Faults in what becomes of single values of a content. */
export const contentValueMutants: readonly Mutant[] = changes.map(
  ([id, fault, change, ...besides]) => ({
    id: `put-${id}`,
    fault,
    killedBy: killedBy('room_state', 'the-content-is-stored-as-it-was-sent', ...besides),
    mutate: (homeserver) => changeContent(homeserver, change),
  }),
);
