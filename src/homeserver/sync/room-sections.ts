import { blocksInvites } from '../accounts/invite-permission.ts';
import type { JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import { strippedState } from '../rooms/client-event.ts';
import { leavingOf } from '../rooms/readable-state.ts';
import { membershipIn, type Room } from '../rooms/room.ts';
import { stateEvent } from '../rooms/room-state.ts';
import { roomUpdate } from './room-update.ts';
import type { SyncFilter } from './sync-filter.ts';

/** From where a sync tells what is new. */
export interface SyncWindow {
  /** Positions after this one are new; 0 is before all of them. */
  readonly since: number;
  readonly isInitial: boolean;
  /** Whether all state is told again. */
  readonly isFull: boolean;
}

const strippedTypes = [
  'm.room.create',
  'm.room.name',
  'm.room.avatar',
  'm.room.topic',
  'm.room.join_rules',
  'm.room.canonical_alias',
  'm.room.encryption',
];

/** The `rooms` of a sync: `join`, `invite`, `knock`, `leave`, each only where it has a room. */
export function roomSections(
  homeserver: Homeserver,
  userId: string,
  filter: SyncFilter,
  window: SyncWindow,
): JsonObject {
  const sections: Record<string, Record<string, JsonObject>> = {};
  for (const room of homeserver.rooms.values()) {
    const member = stateEvent(room.state, 'm.room.member', userId);
    if (member === undefined || !filter.hasRoom(room.id)) continue;
    const membership = membershipIn(room.state, userId);
    if (membership === 'invite' && blocksInvites(homeserver, userId)) continue;
    const isNew = member.position > window.since;
    const update =
      membership === 'join'
        ? roomUpdate(homeserver, room, userId, filter, window)
        : membership === 'invite' || membership === 'knock'
          ? isNew && { [`${membership}_state`]: { events: stripped(room, userId) } }
          : isNew &&
            (!window.isInitial || filter.includesLeft) &&
            leftRoom(homeserver, room, userId, filter, window);
    if (!update) continue;
    const section = membership === 'ban' ? 'leave' : membership;
    sections[section] = { ...sections[section], [room.id]: update };
  }
  return sections;
}

function leftRoom(
  homeserver: Homeserver,
  room: Room,
  userId: string,
  filter: SyncFilter,
  window: SyncWindow,
): JsonObject {
  const leaving = leavingOf(room, userId);
  const isSeen = leaving === undefined || leaving.position <= window.since;
  // Who rejects an invitation, or is banned unseen, has no history to be told.
  if (isSeen) return { state: { events: [] }, timeline: { events: [], limited: false } };
  return roomUpdate(homeserver, room, userId, filter, window, leaving) ?? {};
}

function stripped(room: Room, userId: string): readonly JsonObject[] {
  const wanted = strippedTypes.map((type) => stateEvent(room.state, type));
  const member = stateEvent(room.state, 'm.room.member', userId);
  const inviter = stateEvent(room.state, 'm.room.member', member?.sender);
  const events = new Set([...wanted, inviter, member]);
  return [...events].flatMap((event) => (event === undefined ? [] : [strippedState(event)]));
}
