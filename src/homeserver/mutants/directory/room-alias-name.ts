import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const named = killedBy('directory', 'an-alias-of-a-new-room-is-its-canonical-one');

/** Faults in the alias that a room is created with. */
export const roomAliasNameMutants: readonly Mutant[] = [
  {
    id: 'the-alias-of-a-new-room-is-in-use-for-nobody',
    fault: 'A room may be created with an alias that is taken, which then points to both.',
    killedBy: named,
    mutate: (homeserver) =>
      changeCall(homeserver, 'createRoom', ({ body }) => {
        homeserver.aliases.delete(`#${body.room_alias_name}:${homeserver.name}`);
        return {};
      }),
  },
  {
    id: 'a-new-room-has-no-canonical-alias',
    fault: 'The alias of a new room does not become its canonical alias.',
    killedBy: named,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params }) => {
        const event = homeserver.rooms.get(params.roomId ?? '')?.events[3];
        const isFirst = event?.type === 'm.room.canonical_alias';
        if (params.eventType !== 'm.room.canonical_alias' || !isFirst) return reply;
        throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such state');
      }),
  },
  {
    id: 'a-taken-name-of-a-new-room-is-a-conflict',
    fault: 'A room whose alias is taken is refused with 409 M_UNKNOWN.',
    killedBy: named,
    mutate: (homeserver) =>
      changeCall(homeserver, 'createRoom', ({ body }) => {
        if (!homeserver.aliases.has(`#${body.room_alias_name}:${homeserver.name}`)) return {};
        throw new MatrixError(409, 'M_UNKNOWN', 'The alias is taken');
      }),
  },
];
