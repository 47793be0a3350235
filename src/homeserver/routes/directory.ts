import { isAlias } from '../aliases/alias-checks.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';
import { findRoom } from '../rooms/find-room.ts';
import { readableState } from '../rooms/readable-state.ts';
import { membershipIn } from '../rooms/room.ts';
import { powerOf, requiredPower } from '../rules/power.ts';

const paths = [`${clientApi}/directory/room/{roomAlias}`];

/** The room directory (client-server-api/#room-aliases). */
export const directoryRoutes = (): readonly Route[] => [
  {
    operationId: 'getRoomIdByAlias',
    method: 'GET',
    paths,
    access: 'open',
    body: 'none',
    handle: (call, homeserver) => {
      const { roomId } = find(call, homeserver);
      return ok({ room_id: roomId, servers: [homeserver.name] });
    },
  },
  {
    operationId: 'setRoomAlias',
    method: 'PUT',
    paths,
    access: 'token',
    body: 'required',
    handle: setAlias,
  },
  {
    operationId: 'deleteRoomAlias',
    method: 'DELETE',
    paths,
    access: 'token',
    body: 'none',
    handle: deleteAlias,
  },
  {
    operationId: 'getLocalAliases',
    method: 'GET',
    paths: [`${clientApi}/rooms/{roomId}/aliases`],
    access: 'token',
    body: 'none',
    handle: (call, homeserver) => {
      const room = findRoom(homeserver, call.params.roomId);
      readableState(homeserver, room, call.sender);
      const here = [...homeserver.aliases].filter(([, { roomId }]) => roomId === room.id);
      return ok({ aliases: here.map(([alias]) => alias) });
    },
  },
];

function find({ params }: Call, homeserver: Homeserver) {
  const alias = params.roomAlias ?? '';
  checkSyntax(homeserver, alias);
  const found = homeserver.aliases.get(alias);
  if (found === undefined) throw new MatrixError(404, 'M_NOT_FOUND', `There is no ${alias}`);
  return found;
}

function checkSyntax(homeserver: Homeserver, alias: string): void {
  if (!isAlias(homeserver.aliasChecks, alias)) {
    throw new MatrixError(400, 'M_INVALID_PARAM', 'This is not a room alias');
  }
}

function setAlias(call: Call, homeserver: Homeserver): Reply {
  const alias = call.params.roomAlias ?? '';
  checkSyntax(homeserver, alias);
  if (!alias.endsWith(`:${homeserver.name}`)) {
    throw new MatrixError(400, 'M_INVALID_PARAM', 'The alias belongs to another server');
  }
  const roomId = call.body.room_id;
  if (typeof roomId !== 'string') {
    throw new MatrixError(400, 'M_BAD_JSON', 'room_id is not a string');
  }
  const room = findRoom(homeserver, roomId);
  if (membershipIn(room.state, call.sender) !== 'join') {
    throw new MatrixError(403, 'M_FORBIDDEN', 'You are not in this room');
  }
  if (homeserver.aliases.has(alias)) throw new MatrixError(409, 'M_UNKNOWN', 'The alias is taken');
  homeserver.aliases.set(alias, { roomId, creator: call.sender });
  return ok({});
}

function deleteAlias(call: Call, homeserver: Homeserver): Reply {
  const { roomId, creator } = find(call, homeserver);
  const room = findRoom(homeserver, roomId);
  const power = requiredPower(room, 'm.room.canonical_alias', true);
  if (creator !== call.sender && powerOf(room, call.sender) < power) {
    throw new MatrixError(403, 'M_FORBIDDEN', 'You may not remove this alias');
  }
  homeserver.aliases.delete(call.params.roomAlias ?? '');
  return ok({});
}
