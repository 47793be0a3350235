import type { RoomEvent } from '../events/room-event.ts';
import { type RoomState, stateEvent } from './room-state.ts';
import { hasCreators, type RoomVersion } from './room-version.ts';

/** A room: its events in one line, as there is no second server to make a graph of them. */
export interface Room {
  readonly id: string;
  readonly version: RoomVersion;
  readonly events: RoomEvent[];
  /** The state after the last event. */
  readonly state: RoomState;
}

/** The membership of a user in a state; `leave` for those who never were there. */
export function membershipIn(state: RoomState, userId: string): string {
  const membership = stateEvent(state, 'm.room.member', userId)?.content.membership;
  return typeof membership === 'string' ? membership : 'leave';
}

/** The creators of a room: who created it, and in version 12 and later those named beside them. */
export function creatorsOf(room: Room): readonly string[] {
  const create = stateEvent(room.state, 'm.room.create');
  if (create === undefined) return [];
  const more: unknown = create.content.additional_creators;
  const named = Array.isArray(more) && hasCreators(room.version) ? more : [];
  return [create.sender, ...named.filter((user) => typeof user === 'string')];
}
