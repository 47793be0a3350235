import { isObject } from '../../events/json.ts';
import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';

const empty: Readonly<Record<string, unknown>> = {
  join: { timeline: { events: [], limited: false, prev_batch: 's0' } },
  invite: { invite_state: { events: [] } },
};

/** Has rooms stand in the wrong section of a sync, or in none, by the membership of who asks. */
export function syncAs(
  homeserver: Homeserver,
  isConcerned: (event: RoomEvent) => boolean,
  section: 'join' | 'invite' | undefined,
): void {
  changeReply(homeserver, 'sync', (reply, call) => {
    if (!isObject(reply.body)) return reply;
    const rooms = new Map(Object.entries(isObject(reply.body.rooms) ? reply.body.rooms : {}));
    for (const room of homeserver.rooms.values()) {
      const member = stateEvent(room.state, 'm.room.member', call.sender);
      if (member === undefined || !isConcerned(member)) continue;
      for (const [name, all] of rooms) {
        const { [room.id]: _, ...others } = isObject(all) ? all : {};
        rooms.set(name, others);
      }
      if (section === undefined) continue;
      const there = rooms.get(section);
      rooms.set(section, { ...(isObject(there) ? there : {}), [room.id]: empty[section] });
    }
    return { ...reply, body: { ...reply.body, rooms: Object.fromEntries(rooms) } };
  });
}
