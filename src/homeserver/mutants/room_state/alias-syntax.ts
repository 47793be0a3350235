import { MatrixError } from '../../http/matrix-error.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { skipAliases } from '../skip-aliases.ts';

const tooLong = 'an-alias-over-255-bytes-is-invalid';

/** A kind of bad syntax, the one scenario that tries it, and how such an alias is known. */
const kinds: readonly [name: string, scenario: string, isOfKind: (alias: string) => boolean][] = [
  ['without-its-hash', 'an-alias-without-its-hash-is-invalid', (alias) => /^\w+:/.test(alias)],
  [
    'without-a-server-name',
    'an-alias-without-a-server-name-is-invalid',
    (alias) => /^#[^:]*$/.test(alias),
  ],
  ['that-is-a-user-id', 'a-user-id-is-an-invalid-alias', (alias) => alias.startsWith('@')],
  [
    'with-a-bad-server-name',
    'an-alias-with-a-bad-server-name-is-invalid',
    (alias) => /^#[^:]+:.*[^\w.:-]/.test(alias),
  ],
  [
    'with-an-empty-server-name',
    'an-alias-with-an-empty-server-name-is-invalid',
    (alias) => /^#[^:]+:$/.test(alias),
  ],
  ['with-a-nul', 'an-alias-with-a-nul-is-invalid', (alias) => alias.includes('\0')],
  ['over-255-bytes', tooLong, (alias) => alias.length > 255],
  ['of-256-bytes', tooLong, (alias) => Buffer.byteLength(alias) === 256],
  ['over-255-bytes-in-fewer-characters', tooLong, (alias) => /^#ü/.test(alias)],
  [
    'with-a-space-before-its-hash',
    'an-alias-without-its-hash-is-invalid',
    (alias) => / #/.test(alias),
  ],
];

/** The scenarios that try each kind. */
export const aliasSyntaxScenarios = killedBy(
  'room_state',
  ...kinds.map(([, scenario]) => scenario),
);

const badServer = killedBy('room_state', 'an-alias-with-a-bad-server-name-is-invalid');

/** Faults in the check of an alias's grammar: each kind of bad syntax is taken, or called bad. */
export const aliasSyntaxMutants: readonly Mutant[] = [
  ...kinds.flatMap(([name, scenario, isOfKind]): readonly Mutant[] => [
    {
      id: `an-alias-${name}-is-taken`,
      fault: `A canonical alias ${name.replaceAll('-', ' ')} is accepted.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) => skipAliases(homeserver, { main: isOfKind }),
    },
    {
      id: `an-alias-${name}-is-looked-up`,
      fault: `A canonical alias ${name.replaceAll('-', ' ')} is looked up, and so is a bad alias.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) =>
        changeRefusal(homeserver, 'setRoomStateWithKey', ({ errcode }, { body }) =>
          errcode === 'M_INVALID_PARAM' && isOfKind(String(body.alias))
            ? new MatrixError(400, 'M_BAD_ALIAS', 'The alias does not point to this room')
            : undefined,
        ),
    },
  ]),
  ...kinds.slice(0, 7).map(
    ([name, scenario, isOfKind]): Mutant => ({
      id: `an-alternative-${name}-is-taken`,
      fault: `An alternative alias ${name.replaceAll('-', ' ')} is accepted.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) => skipAliases(homeserver, { alternative: isOfKind }),
    }),
  ),
  {
    id: 'an-alias-of-a-server-with-a-word-for-its-port-is-taken',
    fault: 'A canonical alias whose server name has a word in the place of a port is accepted.',
    killedBy: badServer,
    mutate: (homeserver) => skipAliases(homeserver, { main: (alias) => /:.*:[^\d]/.test(alias) }),
  },
  {
    id: 'an-alias-of-a-server-with-a-path-is-taken',
    fault: 'A canonical alias whose server name goes on with a path is accepted.',
    killedBy: badServer,
    mutate: (homeserver) => skipAliases(homeserver, { main: (alias) => /:.*\//.test(alias) }),
  },
  {
    id: 'an-alternative-with-bad-syntax-is-taken',
    fault: 'An alternative that is no alias is accepted.',
    killedBy: killedBy('room_state', 'an-alternative-alias-with-bad-syntax-is-invalid'),
    mutate: (homeserver) =>
      skipAliases(homeserver, { alternative: (alias) => /^[a-z-]*$/.test(alias) }),
  },
];
