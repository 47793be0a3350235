import type { Homeserver } from '../homeserver.ts';
import type { Room } from '../rooms/room.ts';

/** Lets some senders set state as if they were in the room and had the power. */
export function letIn(
  homeserver: Homeserver,
  isLetIn: (sender: string, room: Room) => boolean,
): void {
  const { senderIsJoined, requiredPower } = homeserver.rules;
  homeserver.rules.senderIsJoined = (event, room) =>
    isLetIn(event.sender, room) ? undefined : senderIsJoined(event, room);
  homeserver.rules.requiredPower = (event, room) =>
    isLetIn(event.sender, room) ? undefined : requiredPower(event, room);
}
