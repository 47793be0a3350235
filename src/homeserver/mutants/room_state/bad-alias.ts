import { MatrixError } from '../../http/matrix-error.ts';
import type { Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeRefusal } from '../change-refusal.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { skipAliases } from '../skip-aliases.ts';
import { isElsewhere } from './is-elsewhere.ts';
import { isMissing } from './is-missing.ts';
import { storeRefused } from './store-refused.ts';

const missing = killedBy('room_state', 'an-alias-that-does-not-exist-is-bad');
const foreign = killedBy('room_state', 'an-alias-of-another-room-is-bad');

const isAliases = (type: string) => type === 'm.room.canonical_alias';

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
    id: 'a-deleted-alias-is-taken',
    fault: 'A canonical alias is accepted that the directory no longer knows.',
    killedBy: missing,
    mutate: (homeserver) => {
      const deleted = new Set<string | undefined>();
      changeReply(homeserver, 'deleteRoomAlias', (reply, { params }) => {
        deleted.add(params.roomAlias);
        return reply;
      });
      skipAliases(homeserver, { main: (alias) => deleted.has(alias) });
    },
  },
  {
    id: 'an-alias-that-was-in-the-state-once-is-taken',
    fault: 'An alias is accepted that any earlier canonical alias of the room named.',
    killedBy: [
      ...missing,
      ...killedBy('room_state', 'one-bad-alias-among-the-alternatives-is-bad'),
    ],
    mutate: (homeserver) => {
      const isFormer = (alias: string, _: unknown, { events }: Room) =>
        events.some(({ type, content: { alias: named } }) => named === alias && isAliases(type));
      skipAliases(homeserver, { main: isFormer, alternative: isFormer });
    },
  },
  {
    id: 'an-alias-of-the-state-of-any-room-is-taken',
    fault: 'An alias is accepted that is the canonical one of another room.',
    killedBy: [
      ...foreign,
      ...killedBy(
        'room_state',
        'an-alternative-alias-of-another-room-is-bad',
        'bad-alternatives-without-an-alias-are-bad',
      ),
    ],
    mutate: (homeserver) => {
      const isOfOther = (alias: string) =>
        [...homeserver.rooms.values()].some(
          ({ state }) => stateEvent(state, 'm.room.canonical_alias')?.content.alias === alias,
        );
      skipAliases(homeserver, { main: isOfOther, alternative: isOfOther });
    },
  },
  {
    id: 'an-alias-beside-a-good-alternative-is-taken',
    fault: 'A canonical alias goes unchecked where the first of its alternatives is good.',
    killedBy: [...missing, ...foreign],
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        main: (alias, { alt_aliases: list }, room) => {
          const [first] = Array.isArray(list) ? list : [];
          return first !== alias && homeserver.aliases.get(String(first))?.roomId === room.id;
        },
      }),
  },
  {
    id: 'a-bad-alias-is-stored',
    fault: 'A canonical alias of another room is refused, and stored all the same.',
    killedBy: foreign,
    mutate: (homeserver) =>
      storeRefused(
        homeserver,
        ({ errcode }, { body }, room) =>
          errcode === 'M_BAD_ALIAS' && isElsewhere(homeserver, String(body.alias), room),
      ),
  },
];
