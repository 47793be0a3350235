import type { RoomEvent } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { membershipIn, type Room } from './room.ts';
import { type RoomState, stateEvent } from './room-state.ts';
import { stateAt } from './state-at.ts';

/**
 * The state that a user may read: the current one for members, and for everybody in a
 * world-readable room; that at their leaving for who once was a member; an earlier one where a
 * position is given. Throws 403 M_FORBIDDEN for the others
 * (client-server-api/#get_matrixclientv3roomsroomidstate).
 */
export function readableState(
  homeserver: Homeserver,
  room: Room,
  userId: string,
  position = Number.POSITIVE_INFINITY,
): RoomState {
  const last = Math.min(position, readableUntil(room, userId));
  return last === Number.POSITIVE_INFINITY ? room.state : stateAt(homeserver, room, last);
}

function readableUntil(room: Room, userId: string): number {
  if (membershipIn(room.state, userId) === 'join') return Number.POSITIVE_INFINITY;
  const visibility = stateEvent(room.state, 'm.room.history_visibility');
  if (visibility?.content.history_visibility === 'world_readable') return Number.POSITIVE_INFINITY;
  const leaving = leavingOf(room, userId);
  if (leaving !== undefined) return leaving.position;
  throw new MatrixError(403, 'M_FORBIDDEN', 'You are not, and were not, a member of the room');
}

/** The event with which a user last ceased to be joined. */
export function leavingOf(room: Room, userId: string): RoomEvent | undefined {
  let wasJoined = false;
  let leaving: RoomEvent | undefined;
  for (const event of room.events) {
    if (event.type !== 'm.room.member' || event.stateKey !== userId) continue;
    const isJoined = event.content.membership === 'join';
    if (wasJoined && !isJoined) leaving = event;
    wasJoined = isJoined;
  }
  return leaving;
}
