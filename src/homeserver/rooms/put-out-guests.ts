import type { RoomEvent } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import { takesGuests } from './check-guest.ts';
import { membershipIn, type Room } from './room.ts';
import { sendEvent } from './send-event.ts';

/** Has the guests of a room leave it when it is closed to them (client-server-api/#guest-access). */
export function putOutGuests(homeserver: Homeserver, event: RoomEvent, room: Room): void {
  if (event.type !== 'm.room.guest_access' || takesGuests(room)) return;
  for (const { userId, isGuest } of homeserver.accounts.values()) {
    if (isGuest !== true || membershipIn(room.state, userId) !== 'join') continue;
    const content = { membership: 'leave' };
    sendEvent(homeserver, room, {
      type: 'm.room.member',
      stateKey: userId,
      sender: userId,
      content,
    });
  }
}
