import { isObject, type JsonObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { skipAliases } from '../skip-aliases.ts';

/** Where an alias, or a list of them, is to stand. */
interface Place {
  readonly id: string;
  readonly name: string;
  /** The one scenario that tries other values there. */
  readonly scenario: string;
  readonly skip: 'oddMain' | 'oddAlternative' | 'oddList';
  /** Whether it holds what it is not to hold. */
  readonly isOdd: (content: JsonObject) => boolean;
  readonly kinds: readonly string[];
}

const isOfKind: Readonly<Record<string, (value: unknown) => boolean>> = {
  'a number': (value) => typeof value === 'number',
  'a truth value': (value) => typeof value === 'boolean',
  'a string': (value) => typeof value === 'string',
  'a list': Array.isArray,
  'an object': isObject,
  null: (value) => value === null,
  'no members': (value) => isObject(value) && Object.keys(value).length === 0,
  'no text': (value) => value === '',
  'no items': (value) => Array.isArray(value) && value.length === 0,
  zero: (value) => value === 0,
  untrue: (value) => value === false,
};

/** What many languages take for false, and so for no alias. */
const kindsOfNothing = ['zero', 'untrue', 'no items', 'no members'];

const places: readonly Place[] = [
  {
    id: 'an-alias',
    name: 'A canonical alias',
    scenario: 'an-alias-that-is-no-string-is-invalid',
    skip: 'oddMain',
    isOdd: ({ alias }) => alias !== undefined && alias !== null && typeof alias !== 'string',
    kinds: ['a number', 'a truth value', 'a list', 'an object', ...kindsOfNothing],
  },
  {
    id: 'an-alternative',
    name: 'An alternative alias',
    scenario: 'an-alternative-alias-that-is-no-string-is-invalid',
    skip: 'oddAlternative',
    isOdd: ({ alt_aliases: list }) =>
      Array.isArray(list) && list.some((one) => typeof one !== 'string'),
    kinds: ['a number', 'null', 'an object', 'a list', 'a truth value', 'zero'],
  },
  {
    id: 'a-list-of-alternatives',
    name: 'A list of alternative aliases',
    scenario: 'alternatives-that-are-no-list-are-invalid',
    skip: 'oddList',
    isOdd: ({ alt_aliases: list }) => list !== undefined && !Array.isArray(list),
    kinds: ['a string', 'an object', 'null', 'a number', 'a truth value', 'no members', 'no text'],
  },
];

/** Faults in what is made of values that are neither aliases nor lists of them. */
export const oddAliasMutants: readonly Mutant[] = places.flatMap((place): readonly Mutant[] => {
  const seen = killedBy('room_state', place.scenario);
  return [
    {
      id: `${place.id}-of-another-type-breaks-the-homeserver`,
      fault: `${place.name} of another type is answered with 500.`,
      killedBy: seen,
      mutate: (homeserver) =>
        changeRefusal(homeserver, 'setRoomStateWithKey', ({ errcode }, { body }) =>
          errcode === 'M_INVALID_PARAM' && place.isOdd(body)
            ? new MatrixError(500, 'M_UNKNOWN', 'Internal error')
            : undefined,
        ),
    },
    ...place.kinds.map(
      (kind): Mutant => ({
        id: `${place.id}-that-is-${kind.replaceAll(' ', '-')}-is-taken`,
        fault: `${place.name} that is ${kind} is accepted.`,
        killedBy: seen,
        mutate: (homeserver) =>
          skipAliases(homeserver, { [place.skip]: isOfKind[kind] ?? (() => false) }),
      }),
    ),
  ];
});
