import type { Homeserver } from '../../homeserver.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { type RequestUnderWay, requestUnderWay } from './request-under-way.ts';
import { revalue } from './revalue.ts';
import { rewriteText } from './rewrite-text.ts';

const notJson = 'a-body-that-is-not-json-is-refused';
const empty = 'an-empty-body-is-refused';
const noObject = 'a-body-that-is-no-object-is-refused';
const isNull = 'a-body-of-null-is-refused';

/** What is taken for {}, the scenario that sees it, and where. */
const taken: readonly [id: string, what: string, scenario: string, text: RegExp, of: PlaceId[]][] =
  [
    ['no-json', 'What is no JSON', notJson, /^[nt]\w+/, ['with-the-slash', 'as-a-topic']],
    ['no-body', 'No body', empty, /^$/, ['with-the-slash', 'without-the-slash', 'as-a-topic']],
    ['a-list', 'A list', noObject, /^ ?\[/, ['as-a-topic']],
    ['a-scalar', 'A scalar', noObject, /^["\dtf]/, ['with-the-slash', 'without-the-slash']],
    ['null', 'Null', isNull, /^null$/, ['with-the-slash', 'without-the-slash', 'as-a-topic']],
  ];

type PlaceId = 'with-the-slash' | 'without-the-slash' | 'as-a-topic';
type Place = readonly [where: string, is: (request: RequestUnderWay) => boolean];

const places: Readonly<Record<PlaceId, Place>> = {
  'with-the-slash': [
    'a path with the slash',
    ({ form, type }) => form === 'with the slash' && isCustom(type),
  ],
  'without-the-slash': ['a path without the slash', ({ form }) => form === 'without the slash'],
  'as-a-topic': ['the topic', ({ type }) => type === 'm.room.topic'],
};

/** Takes a body for {} where the request is of some kind. */
function takeAt(
  homeserver: Homeserver,
  isPlace: (request: RequestUnderWay) => boolean,
  pattern: RegExp,
): void {
  const request = requestUnderWay(homeserver);
  rewriteText(homeserver, (text) => (pattern.test(text) && isPlace(request) ? '{}' : text));
}

/** What a string, or a list, holds is taken in its place. */
const unwrapped: readonly [id: string, fault: string, change: (value: unknown) => unknown][] = [
  [
    'json-in-a-string-is-taken',
    'A string that holds an object is taken for the object.',
    (value) => (typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value),
  ],
  [
    'an-object-in-a-list-is-taken',
    'A list of one object is taken for the object.',
    (value) => (Array.isArray(value) && isPlain(value[0]) ? value[0] : value),
  ],
  [
    'pairs-are-members',
    'A list of pairs is taken for an object.',
    (value) =>
      Array.isArray(value) && Array.isArray(value[0]) ? Object.fromEntries(value) : value,
  ],
  ['false-is-nothing', 'False is taken for {}.', (value) => (value === false ? {} : value)],
  ['zero-is-nothing', 'The number 0 is taken for {}.', (value) => (value === 0 ? {} : value)],
];

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Faults in bodies of one kind of entry alone, and in values that hold an object. */
export const bodyPlaceMutants: readonly Mutant[] = [
  ...taken.flatMap(([id, what, scenario, text, of]) =>
    of.map((placeId): Mutant => {
      const [where, isPlace] = places[placeId];
      return {
        id: `${id}-is-taken-${placeId}`,
        fault: `${what} is taken for {} where ${where} is put.`,
        killedBy: killedBy('room_state', scenario),
        mutate: (homeserver) => takeAt(homeserver, isPlace, text),
      };
    }),
  ),
  ...unwrapped.map(
    ([id, fault, change]): Mutant => ({
      id,
      fault,
      killedBy: killedBy('room_state', noObject),
      mutate: (homeserver) => revalue(homeserver, change),
    }),
  ),
];
