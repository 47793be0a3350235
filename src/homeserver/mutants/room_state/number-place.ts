import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { hasFraction, isUnsafe, type NumberToken, spareNumbers } from './number-token.ts';
import { requestUnderWay } from './request-under-way.ts';

const kinds: readonly [what: string, scenario: string, isOne: (token: NumberToken) => boolean][] = [
  ['fractions', 'a-number-with-a-fraction-is-refused', hasFraction],
  ['integers-out-of-range', 'an-integer-out-of-range-is-refused', isUnsafe],
];

/** Does not look at some numbers where the path has a form. */
function spareAt(
  homeserver: Homeserver,
  form: 'with the slash' | 'without the slash',
  isSpared: (token: NumberToken) => boolean,
): void {
  const request = requestUnderWay(homeserver);
  spareNumbers(homeserver, (token) => request.form === form && isSpared(token));
}

/** Faults in where a number is looked at: by the path of the entry, and by its place in the body. */
export const numberPlaceMutants: readonly Mutant[] = kinds.flatMap(
  ([what, scenario, isOne]): readonly Mutant[] => [
    ...(['with the slash', 'without the slash'] as const).map(
      (form): Mutant => ({
        id: `${what}-are-taken-${form.replaceAll(' ', '-')}`,
        fault: `Numbers of a PUT to a path ${form} are not looked at: ${what.replaceAll('-', ' ')}.`,
        killedBy: killedBy('room_state', scenario),
        mutate: (homeserver) => spareAt(homeserver, form, isOne),
      }),
    ),
    {
      id: `${what}-are-taken-in-a-list-of-the-content`,
      fault: `The members of a list in the content are not looked at: ${what.replaceAll('-', ' ')}.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) =>
        spareNumbers(homeserver, (one) => isOne(one) && one.isInList && one.depth === 2),
    },
    {
      id: `${what}-are-taken-in-an-object-of-the-content`,
      fault: `The members of an object in the content are not looked at: ${what.replaceAll('-', ' ')}.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) =>
        spareNumbers(homeserver, (one) => isOne(one) && !one.isInList && one.depth === 2),
    },
  ],
);
