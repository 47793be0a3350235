import type { Homeserver } from '../../homeserver.ts';
import { ok } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeCall } from '../change-call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';

const unknown = killedBy('directory', 'an-unknown-alias-is-not-found');
const none = killedBy('directory', 'what-is-no-alias-is-not-looked-up');
const gone = killedBy('directory', 'a-deleted-alias-is-gone');

const get = 'getRoomIdByAlias';
const remove = 'deleteRoomAlias';

/** Remembers which aliases were deleted. */
function deletedIn(homeserver: Homeserver): Map<string, string> {
  const deleted = new Map<string, string>();
  const route = routeOf(homeserver, remove);
  const sound = route.handle;
  route.handle = async (call, on) => {
    const alias = call.params.roomAlias ?? '';
    const roomId = on.aliases.get(alias)?.roomId;
    const reply = await sound(call, on);
    if (roomId !== undefined) deleted.set(alias, roomId);
    return reply;
  };
  return deleted;
}

/** Faults in what is answered of aliases that are not there, and in how they go. */
export const unmappingMutants: readonly Mutant[] = [
  ...[get, remove].map(
    (operationId): Mutant => ({
      id: `an-unknown-alias-is-unrecognised-by-${operationId === get ? 'get' : 'delete'}`,
      fault: `${operationId === get ? 'GET' : 'DELETE'} of an unknown alias has another errcode.`,
      killedBy: [...unknown, ...(operationId === remove ? gone : [])],
      mutate: (homeserver) =>
        changeRefusal(homeserver, operationId, ({ status, message }) =>
          status === 404 ? new MatrixError(404, 'M_UNKNOWN', message) : undefined,
        ),
    }),
  ),
  {
    id: 'an-alias-that-never-was-is-deleted',
    fault: 'DELETE of an alias that never was is answered with 200.',
    killedBy: unknown,
    mutate: (homeserver) => {
      const deleted = deletedIn(homeserver);
      changeRefusal(homeserver, remove, ({ status }, { params }) =>
        status === 404 && !deleted.has(params.roomAlias ?? '') ? ok({}) : undefined,
      );
    },
  },
  {
    id: 'a-deleted-alias-is-deleted-again',
    fault: 'DELETE of an alias that was deleted is answered with 200.',
    killedBy: gone,
    mutate: (homeserver) => {
      const deleted = deletedIn(homeserver);
      changeRefusal(homeserver, remove, ({ status }, { params }) =>
        status === 404 && deleted.has(params.roomAlias ?? '') ? ok({}) : undefined,
      );
    },
  },
  {
    id: 'a-deleted-alias-still-leads-to-its-room',
    fault: 'A deleted alias is still looked up, as from a cache.',
    killedBy: gone,
    mutate: (homeserver) => {
      const deleted = deletedIn(homeserver);
      changeRefusal(homeserver, get, ({ status }, { params }) => {
        const roomId = deleted.get(params.roomAlias ?? '');
        return status === 404 && roomId !== undefined ? ok({ room_id: roomId }) : undefined;
      });
    },
  },
  {
    id: 'a-deleted-alias-stays-in-the-list',
    fault: 'A deleted alias is still listed among those of its room.',
    killedBy: gone,
    mutate: (homeserver) => {
      const deleted = deletedIn(homeserver);
      changeReply(homeserver, 'getLocalAliases', (reply, { params }) => {
        const left = [...deleted].filter(([, roomId]) => roomId === params.roomId);
        const here = [...homeserver.aliases].filter(([, one]) => one.roomId === params.roomId);
        return { ...reply, body: { aliases: [...here, ...left].map(([alias]) => alias) } };
      });
    },
  },
  {
    id: 'a-deleted-alias-is-reserved',
    fault: 'A deleted alias cannot be made again.',
    killedBy: gone,
    mutate: (homeserver) => {
      const deleted = deletedIn(homeserver);
      changeCall(homeserver, 'setRoomAlias', ({ params }) => {
        if (!deleted.has(params.roomAlias ?? '')) return {};
        throw new MatrixError(409, 'M_UNKNOWN', 'The alias is reserved');
      });
    },
  },
  {
    id: 'a-deleted-alias-takes-the-others-with-it',
    fault: 'All aliases of a room go with the oldest, where it has no canonical one.',
    killedBy: gone,
    mutate: (homeserver) =>
      changeCall(homeserver, remove, ({ params }) => {
        const { roomId = '' } = homeserver.aliases.get(params.roomAlias ?? '') ?? {};
        const room = homeserver.rooms.get(roomId);
        const all = [...homeserver.aliases].filter(([, one]) => one.roomId === roomId);
        const [[oldest] = []] = all;
        const isNamed = room !== undefined && stateEvent(room.state, 'm.room.canonical_alias');
        if (isNamed || oldest !== params.roomAlias) return {};
        for (const [alias] of all.slice(1)) homeserver.aliases.delete(alias);
        return {};
      }),
  },
  ...(
    [
      ['without-its-hash', (alias) => !alias.startsWith('#') && !alias.startsWith('@')],
      ['without-a-server', (alias) => !alias.includes(':')],
      ['that-is-a-user-id', (alias) => alias.startsWith('@')],
    ] as const satisfies readonly (readonly [string, (alias: string) => boolean])[]
  ).map(
    ([what, isOne]): Mutant => ({
      id: `an-alias-${what}-is-looked-up-and-not-found`,
      fault: `GET of an alias ${what.replaceAll('-', ' ')} is answered with 404.`,
      killedBy: none,
      mutate: (homeserver) =>
        changeRefusal(homeserver, get, (_, { params }) =>
          isOne(params.roomAlias ?? '')
            ? new MatrixError(404, 'M_NOT_FOUND', 'There is no such alias')
            : undefined,
        ),
    }),
  ),
];
