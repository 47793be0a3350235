import type { RoomEvent } from '../events/room-event.ts';
import type { Room } from './room.ts';

/**
 * Whether a user may see an event, by the history visibility and the user's membership at that
 * event (client-server-api/#room-history-visibility).
 */
export function isVisible(room: Room, event: RoomEvent, userId: string): boolean {
  let visibility: unknown = 'shared';
  let membership: unknown = 'leave';
  let joinsLater = false;
  for (const past of room.events) {
    const isMember = past.type === 'm.room.member' && past.stateKey === userId;
    if (past.position > event.position) {
      if (isMember && past.content.membership === 'join') joinsLater = true;
      continue;
    }
    // The event itself is seen by who may see what was before it, or what is after it.
    if (past === event && allows(visibility, membership, false)) return true;
    if (isMember) membership = past.content.membership;
    if (past.type === 'm.room.history_visibility') visibility = visibilityOf(past);
  }
  return allows(visibility, membership, joinsLater);
}

function allows(visibility: unknown, membership: unknown, joinsLater: boolean): boolean {
  if (visibility === 'world_readable' || membership === 'join') return true;
  if (visibility === 'joined') return false;
  if (visibility === 'invited') return membership === 'invite' && joinsLater;
  return joinsLater;
}

function visibilityOf(event: RoomEvent): unknown {
  const known = ['world_readable', 'shared', 'invited', 'joined'];
  const visibility = event.content.history_visibility;
  return typeof visibility === 'string' && known.includes(visibility) ? visibility : 'shared';
}
