import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import {
  badNumber,
  hasFraction,
  isHeld,
  isUnsafe,
  type NumberToken,
  refuseNumbers,
} from './number-token.ts';
import { storeRefused } from './store-refused.ts';

const fraction = 'a-number-with-a-fraction-is-refused';
const range = 'an-integer-out-of-range-is-refused';
const beyond = 'a-number-that-no-float-holds-is-refused';
const whole = 'a-whole-number-written-as-a-float-is-refused';
const strict = 'every-strict-room-version-refuses-what-is-no-integer-in-range';

const errors: readonly [kind: string, isMeant: (one: NumberToken) => boolean, ...seen: string[]][] =
  [
    ['a-fraction', hasFraction, fraction, strict],
    ['an-integer-out-of-range', isUnsafe, range, strict],
    ['a-whole-number-as-a-float', ({ text }) => /^(?:1\.0|1e2|-0\.0|10E-1)$/.test(text), whole],
  ];

/** Faults in how a number is refused that a room does not take. */
export const refusedNumberMutants: readonly Mutant[] = [
  ...errors.flatMap(([kind, isMeant, ...seen]): readonly Mutant[] => [
    ...(
      [
        [400, 'M_NOT_JSON'],
        [400, 'M_INVALID_PARAM'],
        [403, 'M_FORBIDDEN'],
        [413, 'M_BAD_JSON'],
      ] as const
    ).map(([status, errcode]) => ({
      id: `${kind}-is-refused-with-${status}-${errcode.toLowerCase().replaceAll('_', '-')}`,
      fault: `${sentence(kind)} is refused with ${status} ${errcode}.`,
      killedBy: killedBy('room_state', ...seen),
      mutate: (homeserver: Parameters<Mutant['mutate']>[0]) =>
        refuseNumbers(homeserver, strictly(isMeant), badNumber(status, errcode)),
    })),
    {
      id: `${kind}-is-refused-and-stored`,
      fault: `${sentence(kind)} is refused, and the state is set all the same.`,
      killedBy: killedBy('room_state', ...seen),
      mutate: (homeserver) => {
        const refusal = badNumber(400, 'M_BAD_JSON');
        refuseNumbers(homeserver, strictly(isMeant), refusal);
        storeRefused(homeserver, (error) => error === refusal);
      },
    },
  ]),
  {
    id: 'a-number-like-1e400-breaks-the-homeserver-down',
    fault: 'A number that no float holds is answered with 500.',
    killedBy: killedBy('room_state', beyond),
    mutate: (homeserver) =>
      refuseNumbers(homeserver, (one) => !isHeld(one), new Error('Out of range')),
  },
];

/** Only where the room version is strict. */
function strictly(isMeant: (one: NumberToken) => boolean): Parameters<typeof refuseNumbers>[1] {
  return (token, { version }) => Number(version) >= 6 && isMeant(token);
}

function sentence(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
}
