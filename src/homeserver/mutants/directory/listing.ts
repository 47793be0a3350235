import type { Homeserver } from '../../homeserver.ts';
import { ok } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { membershipIn } from '../../rooms/room.ts';
import { changeCall } from '../change-call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const list = 'getLocalAliases';
const listed = killedBy('directory', 'the-aliases-of-a-room-are-listed');
const strangers = killedBy('directory', 'the-aliases-of-a-room-are-not-for-strangers');
const readable = killedBy('directory', 'a-world-readable-room-tells-its-aliases-to-all');

/** The aliases of a room, with those who made them. */
function aliasesIn({ aliases }: Homeserver, roomId: string | undefined) {
  return [...aliases].filter(([, alias]) => alias.roomId === roomId);
}

/** Faults in which aliases of a room are told to whom. */
export const listingMutants: readonly Mutant[] = [
  {
    id: 'no-aliases-are-not-found',
    fault: 'The list of a room that never had an alias is answered with 404.',
    killedBy: listed,
    mutate: (homeserver) => {
      const had = new Set<unknown>();
      changeReply(homeserver, 'setRoomAlias', (reply, { body }) => {
        had.add(body.room_id);
        return reply;
      });
      changeReply(homeserver, list, (reply, { params }) => {
        if (had.has(params.roomId)) return reply;
        throw new MatrixError(404, 'M_NOT_FOUND', 'There are no aliases');
      });
    },
  },
  {
    id: 'one-alias-of-a-room-is-listed',
    fault: 'Only the first alias of a room is listed.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeReply(homeserver, list, (_, { params }) =>
        ok({
          aliases: aliasesIn(homeserver, params.roomId)
            .slice(0, 1)
            .map(([alias]) => alias),
        }),
      ),
  },
  {
    id: 'the-aliases-of-other-rooms-are-listed',
    fault: 'The aliases of later rooms of who created a room are listed with its own.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeReply(homeserver, list, (reply, { params }) => {
        const creationOf = (roomId: string) => homeserver.rooms.get(roomId)?.events[0];
        const { sender, position = 0 } = creationOf(params.roomId ?? '') ?? {};
        const all = [...homeserver.aliases].filter(
          ([, { creator, roomId }]) =>
            creator === sender && (creationOf(roomId)?.position ?? 0) >= position,
        );
        return sender === undefined ? reply : ok({ aliases: all.map(([alias]) => alias) });
      }),
  },
  {
    id: 'ones-own-aliases-are-listed',
    fault: 'A member is told only the aliases that they made.',
    killedBy: [...listed, ...readable],
    mutate: (homeserver) =>
      changeReply(homeserver, list, (_, { params, sender }) => {
        const own = aliasesIn(homeserver, params.roomId).filter(
          ([, { creator }]) => creator === sender,
        );
        return ok({ aliases: own.map(([alias]) => alias) });
      }),
  },
  {
    id: 'the-canonical-alias-is-not-listed',
    fault: 'The canonical alias is left out of the list.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeReply(homeserver, list, (reply, { params }) => {
        const { events = [] } = homeserver.rooms.get(params.roomId ?? '') ?? {};
        const last = events.findLast(({ type }) => type === 'm.room.canonical_alias');
        if (last === undefined) return reply;
        const others = aliasesIn(homeserver, params.roomId).filter(
          ([alias]) => alias !== last.content.alias,
        );
        return ok({ aliases: others.map(([alias]) => alias) });
      }),
  },
  ...(['leave', 'invite'] as const).map(
    (membership): Mutant => ({
      id: `aliases-are-listed-to-those-who-are-${membership === 'leave' ? 'strangers' : 'invited'}`,
      fault: `The aliases are told to who has the membership ${membership} in the room.`,
      killedBy: strangers,
      mutate: (homeserver) =>
        changeRefusal(homeserver, list, (_, { params, sender }) => {
          const room = homeserver.rooms.get(params.roomId ?? '');
          if (room === undefined || membershipIn(room.state, sender) !== membership) return;
          return ok({ aliases: aliasesIn(homeserver, params.roomId).map(([alias]) => alias) });
        }),
    }),
  ),
  {
    id: 'aliases-of-others-are-not-found',
    fault: 'Who is not in a room is told that it is not found.',
    killedBy: strangers,
    mutate: (homeserver) =>
      changeRefusal(homeserver, list, ({ errcode }, { params }) =>
        errcode === 'M_FORBIDDEN' && homeserver.rooms.has(params.roomId ?? '')
          ? new MatrixError(404, 'M_NOT_FOUND', 'There is no such room')
          : undefined,
      ),
  },
  {
    id: 'aliases-are-for-members-alone',
    fault: 'The aliases of a room that the world may read are told to its members alone.',
    killedBy: readable,
    mutate: (homeserver) =>
      changeCall(homeserver, list, ({ params, sender }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        if (room === undefined || membershipIn(room.state, sender) === 'join') return {};
        throw new MatrixError(403, 'M_FORBIDDEN', 'You are not in this room');
      }),
  },
  {
    id: 'aliases-of-a-readable-room-are-hidden',
    fault: 'Who is not in a room that the world may read is told of no alias.',
    killedBy: readable,
    mutate: (homeserver) =>
      changeReply(homeserver, list, (reply, { params, sender }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        const isOutside = room !== undefined && membershipIn(room.state, sender) !== 'join';
        return isOutside ? ok({ aliases: [] }) : reply;
      }),
  },
];
