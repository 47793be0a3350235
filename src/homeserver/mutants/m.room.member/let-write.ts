import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { stateEvent } from '../../rooms/room-state.ts';

/** Lets some users write into a room, or keeps them from it, by their membership. */
export function letWrite(
  { rules }: Homeserver,
  isConcerned: (event: RoomEvent) => boolean,
  isLet: boolean,
): void {
  const { senderIsJoined } = rules;
  rules.senderIsJoined = (event, room) => {
    const member = stateEvent(room.state, 'm.room.member', event.sender);
    if (member === undefined || !isConcerned(member)) return senderIsJoined(event, room);
    return isLet ? undefined : 'you are not in the room';
  };
}
