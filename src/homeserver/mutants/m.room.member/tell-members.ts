import { isObject, type JsonObject } from '../../events/json.ts';
import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { changeReply } from '../change-reply.ts';

/** Tells something else of some members in the list of a room's members; undefined is nothing. */
export function tellMembers(
  homeserver: Homeserver,
  isConcerned: (event: RoomEvent) => boolean,
  change: (told: JsonObject, event: RoomEvent) => JsonObject | undefined,
): void {
  changeReply(homeserver, 'getMembersByRoom', (reply, call) => {
    const { chunk } = isObject(reply.body) ? reply.body : {};
    const events = homeserver.rooms.get(call.params.roomId ?? '')?.events ?? [];
    const told = (Array.isArray(chunk) ? chunk : []).flatMap((one: JsonObject) => {
      const event = events.find(({ id }) => id === one.event_id);
      const changed = event && isConcerned(event) ? change(one, event) : one;
      return changed === undefined ? [] : [changed];
    });
    return { ...reply, body: { chunk: told } };
  });
}
