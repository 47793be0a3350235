import type { Draft } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Room } from './room.ts';
import { stateEvent } from './room-state.ts';

/**
 * Lets guests join where the room says that they can, and nowhere else
 * (client-server-api/#guest-access). Throws 403 M_GUEST_ACCESS_FORBIDDEN.
 */
export function checkGuest({ accounts }: Homeserver, draft: Draft, room: Room): void {
  const { type, content, sender } = draft;
  const isJoin = type === 'm.room.member' && content.membership === 'join';
  if (!isJoin || accounts.get(sender)?.isGuest !== true || takesGuests(room)) return;
  throw new MatrixError(403, 'M_GUEST_ACCESS_FORBIDDEN', 'The room is closed to guests');
}

/** Whether guests can join a room; where nothing is said, they cannot. */
export function takesGuests(room: Room): boolean {
  return stateEvent(room.state, 'm.room.guest_access')?.content.guest_access === 'can_join';
}
