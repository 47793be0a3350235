import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import {
  badNumber,
  hasFraction,
  isUnsafe,
  type NumberToken,
  refuseNumbers,
  spareNumbers,
} from './number-token.ts';
import { requestUnderWay } from './request-under-way.ts';

const kinds: readonly [what: string, scenario: string, isOne: (token: NumberToken) => boolean][] = [
  ['fractions', 'a-number-with-a-fraction-is-refused', hasFraction],
  ['integers-out-of-range', 'an-integer-out-of-range-is-refused', isUnsafe],
];
const strict = 'every-strict-room-version-refuses-what-is-no-integer-in-range';
const lax = 'room-versions-that-are-not-strict-take-any-number';

/** What one room version of the strict ones takes, of what is refused elsewhere. */
const turns: readonly [version: string, what: string, isOne: (token: NumberToken) => boolean][] = [
  ['8', 'fractions in lists', (one) => one.isInList && hasFraction(one)],
  ['9', 'large integers in objects', (one) => one.depth === 2 && isUnsafe(one)],
  ['10', 'deep fractions', (one) => one.depth > 3 && hasFraction(one)],
  ['7', 'large positive integers', (one) => isUnsafe(one) && !one.text.startsWith('-')],
];

/** What no room takes, though those that are not strict have to. */
const laxly: readonly [id: string, what: string, isOne: (token: NumberToken) => boolean][] = [
  ['fractions-in-lists', 'fractions in lists', (one) => one.isInList && hasFraction(one)],
  ['negative-exponents', 'negative exponents', ({ text }) => /e-/i.test(text)],
  ['zeros-after-a-point', 'numbers such as 2.0', ({ text }) => text === '2.0'],
  ['numbers-beyond-64-bits', 'numbers beyond 64 bits', ({ text }) => Number(text) > 2 ** 64],
];

function isNotStrict(version: string): boolean {
  return Number(version) < 6;
}

/** Reads NaN as null in rooms that are not strict. */
function readNaN(homeserver: Homeserver): void {
  const request = requestUnderWay(homeserver);
  const { parse } = homeserver.wire;
  homeserver.wire.parse = (text, type) => {
    const room = homeserver.rooms.get(request.roomId);
    const isLax = room !== undefined && isNotStrict(room.version);
    return parse(isLax ? text.replace(': NaN', ': null') : text, type);
  };
}

/** Faults in numbers of one type, of one room version, or of one kind alone. */
export const numberKindMutants: readonly Mutant[] = [
  ...kinds.flatMap(([what, scenario, isOne]) =>
    ['m.room.topic', 'm.room.member'].map(
      (type): Mutant => ({
        id: `${what}-are-taken-in-${type.slice(2).replace('.', '-')}`,
        fault: `The numbers of an ${type} are not looked at: ${what.replaceAll('-', ' ')}.`,
        killedBy: killedBy('room_state', scenario),
        mutate: (homeserver) => {
          const request = requestUnderWay(homeserver);
          spareNumbers(homeserver, (token) => request.type === type && isOne(token));
        },
      }),
    ),
  ),
  ...turns.map(
    ([version, what, isOne]): Mutant => ({
      id: `version-${version}-takes-${what.replaceAll(' ', '-')}`,
      fault: `Rooms of version ${version} take ${what}.`,
      killedBy: killedBy('room_state', strict),
      mutate: (homeserver) =>
        spareNumbers(homeserver, (token, room) => room.version === version && isOne(token)),
    }),
  ),
  ...laxly.map(
    ([id, what, isOne]): Mutant => ({
      id: `no-room-at-all-takes-${id}`,
      fault: `Rooms of every version refuse ${what}.`,
      killedBy: killedBy('room_state', lax),
      mutate: (homeserver) =>
        refuseNumbers(
          homeserver,
          (token, { version }) => isNotStrict(version) && isOne(token),
          badNumber(400, 'M_BAD_JSON'),
        ),
    }),
  ),
  {
    id: 'the-largest-integer-is-refused-in-version-9',
    fault: 'Rooms of version 9 refuse the integer 2^53-1.',
    killedBy: killedBy('room_state', strict),
    mutate: (homeserver) =>
      refuseNumbers(
        homeserver,
        ({ text }, { version }) => version === '9' && text === '9007199254740991',
        badNumber(400, 'M_BAD_JSON'),
      ),
  },
  {
    id: 'thousands-of-digits-break-the-homeserver-down',
    fault: 'An integer of more than 4,300 digits is answered with 500.',
    killedBy: killedBy('room_state', 'a-number-that-no-float-holds-is-refused'),
    mutate: (homeserver) =>
      refuseNumbers(homeserver, ({ text }) => text.length > 4300, new Error('Unforeseen')),
  },
  {
    id: 'nan-is-null-where-any-number-is-taken',
    fault: 'NaN is read as null in rooms that are not strict.',
    killedBy: killedBy('room_state', 'what-is-no-number-is-not-json'),
    mutate: readNaN,
  },
];
