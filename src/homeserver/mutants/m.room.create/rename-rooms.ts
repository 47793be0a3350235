import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { afterCreation } from './after-creation.ts';

/** Has rooms another id than they should; undefined leaves it. */
export function renameRooms(
  homeserver: Homeserver,
  nameOf: (room: Room) => string | undefined,
): void {
  afterCreation(homeserver, (room) => {
    const id = nameOf(room);
    if (id === undefined) return room;
    const events = room.events.map((event) => ({ ...event, roomId: id }));
    const renamed: Room = { ...room, id, events, state: new Map() };
    for (const event of events) {
      const { type, stateKey } = event;
      if (stateKey !== undefined) renamed.state.set(slotOf(type, stateKey), event);
    }
    for (const [alias, { roomId, creator }] of homeserver.aliases) {
      if (roomId === room.id) homeserver.aliases.set(alias, { roomId: id, creator });
    }
    homeserver.rooms.delete(room.id);
    homeserver.rooms.set(id, renamed);
    return renamed;
  });
}
