import { isObject } from '../../events/json.ts';
import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Reply } from '../../http/call.ts';

/** The event whose id stands in an answer: that of a PUT, or one that is shown. */
export function eventOf({ rooms }: Homeserver, { body }: Reply): RoomEvent | undefined {
  if (!isObject(body)) return undefined;
  for (const room of rooms.values()) {
    const found = room.events.findLast(({ id }) => id === body.event_id);
    if (found !== undefined) return found;
  }
  return undefined;
}
