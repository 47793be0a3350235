import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';

/** Lets some creations be sent into rooms that have one. */
export function createAgain(
  { rules }: Homeserver,
  isLet: (event: Draft, room: Room) => boolean,
): void {
  const { create } = rules;
  rules.create = (event, room) =>
    room.events.length > 0 && isLet(event, room) ? undefined : create(event, room);
}
