import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { changeReply } from '../change-reply.ts';

/** What happens to each room that was just created; `asked` is the body of the request. */
export function afterCreation(
  homeserver: Homeserver,
  happens: (room: Room, asked: JsonObject) => Room,
): void {
  changeReply(homeserver, 'createRoom', (reply, { body: asked }) => {
    const roomId = isObject(reply.body) ? String(reply.body.room_id) : '';
    const room = homeserver.rooms.get(roomId);
    if (room === undefined) return reply;
    const { id } = happens(room, asked);
    return { ...reply, body: { room_id: id } };
  });
}
