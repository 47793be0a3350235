import { checkCanonical } from '../../events/check-canonical.ts';
import { roomVersions } from '../../rooms/room-version.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeContent } from './change-content.ts';
import { badNumber, refuseNumbers, spareNumbers } from './number-token.ts';

const lenient = killedBy('room_state', 'room-versions-that-are-not-strict-take-any-number');
const strict = killedBy(
  'room_state',
  'every-strict-room-version-refuses-what-is-no-integer-in-range',
);

/** Faults in which room versions are strict about numbers. */
export const strictnessMutants: readonly Mutant[] = [
  // Of version 11 all scenarios are told that do not name one.
  ...roomVersions
    .filter((version) => Number(version) >= 6 && version !== '11')
    .flatMap((version): readonly Mutant[] => [
      {
        id: `fractions-are-taken-in-version-${version}`,
        fault: `Rooms of version ${version} take numbers with a fraction.`,
        killedBy: strict,
        mutate: (homeserver) =>
          spareNumbers(homeserver, ({ text }, room) => room.version === version && /\./.test(text)),
      },
      {
        id: `large-integers-are-taken-in-version-${version}`,
        fault: `Rooms of version ${version} take integers out of range.`,
        killedBy: strict,
        mutate: (homeserver) =>
          spareNumbers(
            homeserver,
            ({ text }, room) => room.version === version && /\d{16}/.test(text),
          ),
      },
    ]),
  ...roomVersions
    .filter((version) => Number(version) < 6)
    .map(
      (version): Mutant => ({
        id: `version-${version}-is-strict`,
        fault: `Rooms of version ${version} take canonical JSON only.`,
        killedBy: lenient,
        mutate: ({ checks }) => {
          const { canonical } = checks;
          checks.canonical = (call, room) =>
            room.version === version ? checkCanonical(call.text, call.body) : canonical(call, room);
        },
      }),
    ),
  ...(
    [
      ['fractions', 'numbers with a fraction', /\d\.\d/],
      ['large-integers', 'integers out of range', /^9\d{15}/],
      ['negative-large-integers', 'integers below the range', /^-9\d{15}/],
      ['exponents', 'numbers with an exponent', /e/],
    ] as const
  ).map(
    ([id, what, pattern]): Mutant => ({
      id: `no-room-takes-${id}`,
      fault: `Rooms of every version refuse ${what}.`,
      killedBy: lenient,
      mutate: (homeserver) =>
        refuseNumbers(
          homeserver,
          ({ text }, { version }) => Number(version) < 6 && pattern.test(text),
          badNumber(400, 'M_BAD_JSON'),
        ),
    }),
  ),
  {
    id: 'fractions-are-cut-off',
    fault: 'Numbers with a fraction are stored without it.',
    killedBy: lenient,
    mutate: (homeserver) =>
      changeContent(homeserver, (value) =>
        typeof value === 'number' && !Number.isInteger(value) ? Math.trunc(value) : value,
      ),
  },
  {
    id: 'large-integers-are-clamped',
    fault: 'Integers out of range are stored as the largest that is in it.',
    killedBy: lenient,
    mutate: (homeserver) =>
      changeContent(homeserver, (value) =>
        typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER
          ? Math.sign(value) * Number.MAX_SAFE_INTEGER
          : value,
      ),
  },
];
