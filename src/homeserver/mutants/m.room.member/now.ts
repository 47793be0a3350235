import type { RoomEvent } from '../../events/room-event.ts';
import { creatorsOf, type Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';

/** What somebody is in a room: `never` for who has no membership there. */
export function now(room: Room, userId: string | undefined): string {
  return membershipOf(stateEvent(room.state, 'm.room.member', userId));
}

/** What somebody was before they became what they are now. */
export function before(room: Room, userId: string | undefined): string {
  return membershipOf(stateEvent(room.state, 'm.room.member', userId)?.replaced);
}

/** Whether somebody became what they are by themselves. */
export function bySelf(room: Room, userId: string | undefined): boolean {
  return stateEvent(room.state, 'm.room.member', userId)?.sender === userId;
}

/** Whether somebody is a creator of a room. */
export function isCreator(room: Room, userId: string | undefined): boolean {
  return creatorsOf(room).some((creator) => creator === userId);
}

function membershipOf(event: RoomEvent | undefined): string {
  const membership = event?.content.membership;
  return typeof membership === 'string' ? membership : 'never';
}
