import type { JsonObject } from '../../events/json.ts';
import type { Room } from '../../rooms/room.ts';
import { slotOf, stateEvent } from '../../rooms/room-state.ts';

/** The room as it would be with other power levels; the room itself stays as it is. */
export function changedLevels(room: Room, change: (content: JsonObject) => JsonObject): Room {
  const event = stateEvent(room.state, 'm.room.power_levels');
  if (event === undefined) return room;
  const state = new Map(room.state);
  state.set(slotOf(event.type, ''), { ...event, content: change(event.content) });
  return { ...room, state };
}
