import { isAlias } from '../aliases/alias-checks.ts';
import { checkCanonical } from '../events/check-canonical.ts';
import type { JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';
import { initialPowerLevels } from '../rooms/initial-power-levels.ts';
import { openRoom } from '../rooms/open-room.ts';
import { presetOf, presetState } from '../rooms/preset.ts';
import { type RoomRequest, readRoomRequest } from '../rooms/room-request.ts';
import { rulesOf } from '../rooms/room-version.ts';
import { sendEvent } from '../rooms/send-event.ts';

/** `POST /createRoom` (client-server-api/#post_matrixclientv3createroom). */
export const createRoomRoutes = (): readonly Route[] => [
  {
    operationId: 'createRoom',
    method: 'POST',
    paths: [`${clientApi}/createRoom`],
    access: 'token',
    body: 'required',
    handle: createRoom,
  },
];

function createRoom(call: Call, homeserver: Homeserver): Reply {
  const request = readRoomRequest(call.body);
  if (rulesOf(request.version).isStrict) checkCanonical(call.text, call.body);
  const preset = presetOf(call.body);
  const trusted = preset === 'trusted_private_chat' ? request.invited : [];
  const { sender } = call;
  const { version } = request;
  const creation = creationContent(request, sender, trusted);
  const room = openRoom(homeserver, version, sender, creation);
  const send = (type: string, content: JsonObject, stateKey = '') =>
    sendEvent(homeserver, room, { type, stateKey, sender, content });
  send('m.room.member', { membership: 'join' }, sender);
  const alias = claimAlias(homeserver, request.aliasName, room.id, sender);
  try {
    const levels = { ...initialPowerLevels(version, sender, trusted), ...request.levels };
    send('m.room.power_levels', levels);
    if (alias !== undefined) send('m.room.canonical_alias', { alias });
    for (const [type, content] of presetState(preset)) send(type, content);
    for (const { type, stateKey, content } of request.initialState) send(type, content, stateKey);
    if (request.name !== undefined) send('m.room.name', { name: request.name });
    if (request.topic !== undefined) send('m.room.topic', { topic: request.topic });
    const direct = call.body.is_direct === true ? { is_direct: true } : {};
    for (const user of request.invited) {
      send('m.room.member', { membership: 'invite', ...direct }, user);
    }
  } catch (error) {
    if (alias !== undefined) homeserver.aliases.delete(alias);
    if (!(error instanceof MatrixError) || error.errcode === 'M_INVITE_BLOCKED') throw error;
    throw new MatrixError(400, 'M_INVALID_ROOM_STATE', error.message);
  }
  homeserver.rooms.set(room.id, room);
  homeserver.stream.ring();
  return ok({ room_id: room.id });
}

function creationContent(
  { version, creationContent, invited: _ }: RoomRequest,
  sender: string,
  trusted: readonly string[],
): JsonObject {
  const named: unknown = creationContent.additional_creators;
  const more = [...new Set([...(Array.isArray(named) ? named : []), ...trusted])];
  const { hasCreators, namesCreator } = rulesOf(version);
  const creators = hasCreators && more.length > 0 ? { additional_creators: more } : {};
  const { creator: _creator, ...rest } = creationContent;
  const creator = namesCreator ? { creator: sender } : {};
  return { ...rest, ...creators, ...creator, room_version: version };
}

function claimAlias(
  homeserver: Homeserver,
  name: string | undefined,
  roomId: string,
  creator: string,
): string | undefined {
  if (name === undefined) return undefined;
  const alias = `#${name}:${homeserver.name}`;
  if (name.includes(':') || !isAlias(homeserver.aliasChecks, alias)) {
    throw new MatrixError(400, 'M_INVALID_PARAM', 'room_alias_name cannot be part of an alias');
  }
  if (homeserver.aliases.has(alias)) {
    throw new MatrixError(400, 'M_ROOM_IN_USE', 'The alias is taken');
  }
  homeserver.aliases.set(alias, { roomId, creator });
  return alias;
}
