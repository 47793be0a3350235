import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { hasFraction, isHeld, isUnsafe, type NumberToken, spareNumbers } from './number-token.ts';

const fraction = 'a-number-with-a-fraction-is-refused';
const range = 'an-integer-out-of-range-is-refused';
const beyond = 'a-number-that-no-float-holds-is-refused';
const whole = 'a-whole-number-written-as-a-float-is-refused';
const strict = 'every-strict-room-version-refuses-what-is-no-integer-in-range';

type Spared = readonly [
  id: string,
  fault: string,
  isSpared: (token: NumberToken) => boolean,
  ...scenarios: string[],
];

/** Numbers that are taken, and the scenarios that see it. */
const spared: readonly Spared[] = [
  [
    'positive-fractions',
    'Fractions above 0',
    (one) => hasFraction(one) && !one.text.startsWith('-'),
    fraction,
    strict,
  ],
  [
    'negative-fractions',
    'Fractions below 0',
    (one) => hasFraction(one) && one.text.startsWith('-'),
    fraction,
  ],
  [
    'negative-exponents',
    'Numbers with a negative exponent',
    ({ text }) => /^\de-\d/.test(text),
    fraction,
  ],
  [
    'large-fractions',
    'Fractions beyond 32 bits',
    (one) => hasFraction(one) && Number(one.text) > 2 ** 32,
    fraction,
  ],
  [
    'fractions-in-lists',
    'Fractions in a list',
    (one) => hasFraction(one) && one.isInList,
    fraction,
  ],
  [
    'deep-fractions',
    'Fractions five levels deep',
    (one) => hasFraction(one) && one.depth > 4,
    fraction,
  ],
  ['fractions', 'Fractions of any kind', hasFraction, fraction, strict],
  [
    'the-first-integer-out-of-range',
    'The integer 2^53',
    ({ text }) => text === '9007199254740992',
    range,
  ],
  [
    'the-last-integer-below-the-range',
    'The integer -2^53',
    ({ text }) => text === '-9007199254740992',
    range,
    strict,
  ],
  [
    'integers-of-64-bits',
    'Integers of 64 bits',
    (one) => isUnsafe(one) && Math.abs(Number(one.text)) < 2 ** 63,
    range,
    strict,
  ],
  [
    'integers-beyond-64-bits',
    'Integers beyond 64 bits',
    (one) => isUnsafe(one) && one.text.length > 20,
    range,
  ],
  [
    'integers-at-64-bits',
    'The first integers that 64 bits do not hold',
    (one) => isUnsafe(one) && /^-?922/.test(one.text),
    range,
  ],
  [
    'deep-integers-out-of-range',
    'Integers out of range four levels deep',
    (one) => isUnsafe(one) && one.depth > 3,
    range,
  ],
  [
    'negative-integers-out-of-range',
    'Integers below the range',
    (one) => isUnsafe(one) && one.text.startsWith('-'),
    range,
    strict,
  ],
  ['numbers-like-1e400', 'Numbers that no float holds', (one) => !isHeld(one), beyond],
  [
    'negative-numbers-like-1e400',
    'Numbers such as -1E400',
    ({ text }) => Number(text) === -Infinity,
    beyond,
  ],
  [
    'numbers-like-1e400-in-lists',
    'Lists with 1E400',
    (one) => one.isInList && !isHeld(one),
    beyond,
  ],
  [
    'numbers-with-a-point-and-zeros',
    'Numbers such as 1.0',
    ({ text }) => /^\d\.0$/.test(text),
    whole,
  ],
  ['numbers-with-an-exponent', 'Numbers such as 1e2', ({ text }) => text === '1e2', whole],
  ['negative-zero-with-a-point', 'The number -0.0', ({ text }) => text === '-0.0', whole],
  [
    'whole-numbers-with-a-negative-exponent',
    'Numbers such as 10E-1',
    ({ text }) => text === '10E-1',
    whole,
  ],
  [
    'deep-numbers-with-a-point',
    'Numbers such as 1.0 four levels deep',
    ({ text, depth }) => depth > 3 && /\.0$/.test(text),
    whole,
  ],
];

/** Faults in which numbers a room that is strict takes. */
export const numberMutants: readonly Mutant[] = [
  ...spared.map(
    ([id, fault, isSpared, ...scenarios]): Mutant => ({
      id: `strict-rooms-take-${id}`,
      fault: `${fault} may stand in events of a room that is strict.`,
      killedBy: killedBy('room_state', ...scenarios),
      mutate: (homeserver) => spareNumbers(homeserver, isSpared),
    }),
  ),
];
