import type { RoomEvent } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';
import { clientEventWithRoom } from '../rooms/client-event.ts';
import { findRoom } from '../rooms/find-room.ts';
import { isVisible } from '../rooms/is-visible.ts';
import { readableState } from '../rooms/readable-state.ts';
import { membershipIn } from '../rooms/room.ts';
import { readPosition } from '../sync/read-position.ts';
import { statePaths } from './room_state.ts';

const room = `${clientApi}/rooms/{roomId}`;

function read(operationId: string, paths: readonly string[], handle: Route['handle']): Route {
  return { operationId, method: 'GET', paths, access: 'token', body: 'none', handle };
}

/** Reading a room: its state, its events, its members (client-server-api/#getting-events-for-a-room). */
export const roomsRoutes = (): readonly Route[] => [
  read('getRoomStateWithKey', statePaths, getState),
  read('getRoomState', [`${room}/state`], (call, homeserver) => {
    const state = readable(call, homeserver);
    return ok(homeserver.state.list(state).map(clientEventWithRoom));
  }),
  read('getOneRoomEvent', [`${room}/event/{eventId}`], getEvent),
  read('getMembersByRoom', [`${room}/members`], getMembers),
  read('getJoinedMembersByRoom', [`${room}/joined_members`], getJoinedMembers),
];

function readable(call: Call, homeserver: Homeserver, at?: number) {
  return readableState(homeserver, findRoom(homeserver, call.params.roomId), call.sender, at);
}

function getState(call: Call, homeserver: Homeserver): Reply {
  const { eventType = '', stateKey = '' } = call.params;
  const format = call.query.get('format') ?? 'content';
  if (format !== 'content' && format !== 'event') {
    throw new MatrixError(400, 'M_INVALID_PARAM', 'format is neither content nor event');
  }
  const event = homeserver.state.read(readable(call, homeserver), eventType, stateKey);
  if (event === undefined) throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such state');
  return ok(format === 'event' ? clientEventWithRoom(event) : event.content);
}

function getEvent(call: Call, homeserver: Homeserver): Reply {
  const room = homeserver.rooms.get(call.params.roomId ?? '');
  const event = room?.events.find(({ id }) => id === call.params.eventId);
  if (room === undefined || event === undefined || !isVisible(room, event, call.sender)) {
    throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such event, or you may not see it');
  }
  return ok(clientEventWithRoom(event));
}

function getMembers(call: Call, homeserver: Homeserver): Reply {
  const at = readPosition(call.query.get('at'), 'at');
  const wanted = call.query.get('membership');
  const unwanted = call.query.get('not_membership');
  // With both of them, either suffices.
  const isListed = ({ content: { membership } }: RoomEvent) =>
    (wanted === null && unwanted === null) ||
    (wanted !== null && membership === wanted) ||
    (unwanted !== null && membership !== unwanted);
  const chunk = homeserver.state
    .list(readable(call, homeserver, at))
    .filter((event) => event.type === 'm.room.member' && isListed(event));
  return ok({ chunk: chunk.map(clientEventWithRoom) });
}

function getJoinedMembers(call: Call, homeserver: Homeserver): Reply {
  const room = findRoom(homeserver, call.params.roomId);
  if (membershipIn(room.state, call.sender) !== 'join') {
    throw new MatrixError(403, 'M_FORBIDDEN', 'You are not in this room');
  }
  const joined = homeserver.state
    .list(room.state)
    .filter(({ type, content }) => type === 'm.room.member' && content.membership === 'join')
    .map(({ stateKey = '', content }) => {
      const { displayname, avatar_url } = content;
      const profile = Object.entries({ display_name: displayname, avatar_url });
      return [stateKey, Object.fromEntries(profile.filter(([, text]) => typeof text === 'string'))];
    });
  return ok({ joined: Object.fromEntries(joined) });
}
