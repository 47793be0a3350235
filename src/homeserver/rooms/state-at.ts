import type { Homeserver } from '../homeserver.ts';
import type { Room } from './room.ts';
import type { RoomState } from './room-state.ts';

/** The state of a room at a position of the stream: all state events up to it, replayed. */
export function stateAt(homeserver: Homeserver, room: Room, position: number): RoomState {
  const state: RoomState = new Map();
  for (const event of room.events) {
    if (event.position > position) break;
    homeserver.state.write(state, event);
  }
  return state;
}
