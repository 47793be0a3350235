import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';

/** What happens to each room that was just created; `asked` is the body of the request. */
function afterCreation(
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
    homeserver.rooms.delete(room.id);
    homeserver.rooms.set(id, renamed);
    return renamed;
  });
}
