import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';

/** Asks for no power where an event is of some kind. */
export function sparePower(
  { rules }: Homeserver,
  isSpared: (event: Draft, room: Room) => boolean,
): void {
  const { requiredPower } = rules;
  rules.requiredPower = (event, room) =>
    isSpared(event, room) ? undefined : requiredPower(event, room);
}
