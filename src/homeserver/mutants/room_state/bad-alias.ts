import { MatrixError } from '../../http/matrix-error.ts';
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
