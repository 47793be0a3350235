import type { RoomEvent } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import type { Room } from './room.ts';
import type { RoomState } from './room-state.ts';

/** The state of a room after one of its events: all state events up to it, replayed. */
export function stateAfter(homeserver: Homeserver, room: Room, last: RoomEvent): RoomState {
  const state: RoomState = new Map();
  for (const event of room.events) {
    if (event.position > last.position) break;
    homeserver.state.write(state, event);
  }
  return state;
}
