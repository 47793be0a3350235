import type { RoomEvent } from '../events/room-event.ts';

/** The state of a room at one point: one event for each type and state key. */
export type RoomState = Map<string, RoomEvent>;

/** The place of a type and key in a state. Types and keys are compared by code units, as they are. */
export function slotOf(type: string, stateKey: string): string {
  return JSON.stringify([type, stateKey]);
}

/** The event at a type and key; the rules read state with this. */
export function stateEvent(state: RoomState, type: string, stateKey = ''): RoomEvent | undefined {
  return state.get(slotOf(type, stateKey));
}

/** How state is kept and looked up for clients, in parts that can be replaced. */
export interface StateStore {
  write(state: RoomState, event: RoomEvent): void;
  read(state: RoomState, type: string, stateKey: string): RoomEvent | undefined;
  list(state: RoomState): readonly RoomEvent[];
}

/** A store without faults. */
export function soundStateStore(): StateStore {
  return {
    write: (state, event) => {
      if (event.stateKey !== undefined) state.set(slotOf(event.type, event.stateKey), event);
    },
    read: stateEvent,
    list: (state) => [...state.values()],
  };
}
