import { isAlias } from '../../aliases/alias-checks.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import type { Room } from '../../rooms/room.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { skipAliases } from '../skip-aliases.ts';

const missing = killedBy('room_state', 'an-alias-that-does-not-exist-is-bad');
const foreign = killedBy('room_state', 'an-alias-of-another-room-is-bad');
const oneBad = killedBy('room_state', 'one-bad-alias-among-the-alternatives-is-bad');
const foreignAlternative = killedBy('room_state', 'an-alternative-alias-of-another-room-is-bad');
const alone = killedBy('room_state', 'bad-alternatives-without-an-alias-are-bad');

function isMissing({ aliases, aliasChecks }: Homeserver, alias: string): boolean {
  return isAlias(aliasChecks, alias) && !aliases.has(alias);
}

function isElsewhere({ aliases }: Homeserver, alias: string, room: Room): boolean {
  const found = aliases.get(alias);
  return found !== undefined && found.roomId !== room.id;
}

/** Faults in what an alias has to point to. */
export const badAliasMutants: readonly Mutant[] = [
  {
    id: 'a-missing-alias-is-taken',
    fault: 'A canonical alias that is not in the directory is accepted.',
    killedBy: missing,
    mutate: (homeserver) =>
      skipAliases(homeserver, { main: (alias) => isMissing(homeserver, alias) }),
  },
  {
    id: 'a-missing-alias-is-not-found',
    fault: 'A canonical alias that is not in the directory is refused with 404 M_NOT_FOUND.',
    killedBy: missing,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', ({ errcode }, { body }) =>
        errcode === 'M_BAD_ALIAS' && isMissing(homeserver, String(body.alias))
          ? new MatrixError(404, 'M_NOT_FOUND', 'There is no such alias')
          : undefined,
      ),
  },
  {
    id: 'an-alias-of-another-room-is-taken',
    fault: 'It is enough for a canonical alias to point to any room.',
    killedBy: foreign,
    mutate: (homeserver) =>
      skipAliases(homeserver, { main: (alias, _, room) => isElsewhere(homeserver, alias, room) }),
  },
  {
    id: 'an-alias-of-another-room-is-invalid',
    fault: 'A canonical alias of another room is refused with M_INVALID_PARAM.',
    killedBy: foreign,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', ({ errcode }, { body, params }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        const isBad = errcode === 'M_BAD_ALIAS' && room !== undefined;
        return isBad && isElsewhere(homeserver, String(body.alias), room)
          ? new MatrixError(400, 'M_INVALID_PARAM', 'The alias is of another room')
          : undefined;
      }),
  },
  {
    id: 'a-missing-alternative-is-taken',
    fault: 'Beside a canonical alias, alternatives that are not in the directory are accepted.',
    killedBy: oneBad,
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        alternative: (alias, { alias: main }) => main !== undefined && isMissing(homeserver, alias),
      }),
  },
  {
    id: 'only-the-first-alternative-is-checked',
    fault: 'Of the alternatives, the first alone is checked.',
    killedBy: [
      ...oneBad,
      ...killedBy('room_state', 'an-alternative-alias-with-bad-syntax-is-invalid'),
    ],
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        alternative: (alias, { alt_aliases: list }) =>
          Array.isArray(list) && list.indexOf(alias) > 0,
      }),
  },
  {
    id: 'an-alternative-of-another-room-is-taken',
    fault: 'It is enough for an alternative alias to point to any room.',
    killedBy: foreignAlternative,
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        alternative: (alias, _, room) => isElsewhere(homeserver, alias, room),
      }),
  },
  {
    id: 'alternatives-are-not-checked',
    fault: 'Only the canonical alias is checked, and no alternative.',
    killedBy: [
      ...oneBad,
      ...foreignAlternative,
      ...alone,
      ...killedBy('room_state', 'an-alternative-alias-with-bad-syntax-is-invalid'),
    ],
    mutate: (homeserver) => skipAliases(homeserver, { alternative: () => true }),
  },
  {
    id: 'alternatives-without-an-alias-are-not-checked',
    fault: 'Where there is no canonical alias, the alternatives are not checked.',
    killedBy: alone,
    mutate: (homeserver) =>
      skipAliases(homeserver, { alternative: (_, { alias: main }) => main === undefined }),
  },
];
