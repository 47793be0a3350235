import type { JsonObject } from '../events/json.ts';
import type { RoomEvent } from '../events/room-event.ts';

/** An event as clients see it within a room (client-server-api/#room-event-format). */
export function clientEvent(event: RoomEvent): JsonObject {
  const unsigned: Record<string, unknown> = { age: Math.max(0, Date.now() - event.sentAt) };
  if (event.replaced !== undefined) {
    unsigned.replaces_state = event.replaced.id;
    unsigned.prev_content = event.replaced.content;
  }
  if (event.redactedBecause !== undefined) {
    unsigned.redacted_because = clientEvent(event.redactedBecause);
  }
  return {
    event_id: event.id,
    type: event.type,
    ...(event.stateKey === undefined ? {} : { state_key: event.stateKey }),
    ...(event.redacts === undefined ? {} : { redacts: event.redacts }),
    sender: event.sender,
    origin_server_ts: event.sentAt,
    content: event.content,
    unsigned,
  };
}

/** The same with its `room_id`, as outside of `/sync`. */
export function clientEventWithRoom(event: RoomEvent): JsonObject {
  return { ...clientEvent(event), room_id: event.roomId };
}

/** What somebody who is not in the room gets to see (client-server-api/#stripped-state). */
export function strippedState(event: RoomEvent): JsonObject {
  const { type, stateKey: state_key, sender, content } = event;
  return { type, state_key, sender, content };
}
