import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import type { Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';

/** Has new rooms begin with other levels. */
export function beginWith(
  homeserver: Homeserver,
  change: (content: JsonObject, room: Room, call: Call) => JsonObject,
): void {
  changeReply(homeserver, 'createRoom', (reply, call) => {
    const id = isObject(reply.body) ? reply.body.room_id : undefined;
    const room = typeof id === 'string' ? homeserver.rooms.get(id) : undefined;
    const event = room && stateEvent(room.state, 'm.room.power_levels');
    if (room !== undefined && event !== undefined) {
      event.content = change(event.content, room, call);
    }
    return reply;
  });
}
