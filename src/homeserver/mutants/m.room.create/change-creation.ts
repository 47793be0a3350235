import type { JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { afterCreation } from './after-creation.ts';

/** Has rooms begin with another content than they should. */
export function changeCreation(
  homeserver: Homeserver,
  change: (content: JsonObject, room: Room, asked: JsonObject) => JsonObject,
): void {
  afterCreation(homeserver, (room, asked) => {
    const [creation] = room.events;
    if (creation !== undefined) creation.content = change(creation.content, room, asked);
    return room;
  });
}
