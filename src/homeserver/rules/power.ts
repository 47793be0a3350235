import { isObject, type JsonObject } from '../events/json.ts';
import { creatorsOf, type Room } from '../rooms/room.ts';
import { stateEvent } from '../rooms/room-state.ts';
import { hasCreators } from '../rooms/room-version.ts';
import { readLevel } from './read-level.ts';

/** The levels that are a property of `m.room.power_levels`, and what they are without it. */
export const defaultLevels = {
  users_default: 0,
  events_default: 0,
  state_default: 50,
  ban: 50,
  redact: 50,
  kick: 50,
  invite: 0,
} as const;

export type LevelName = keyof typeof defaultLevels;

/** The content of the room's `m.room.power_levels`, if it has such an event. */
export function powerLevels(room: Room): JsonObject | undefined {
  return stateEvent(room.state, 'm.room.power_levels')?.content;
}

/** A level such as `ban` (client-server-api/#mroompower_levels). */
export function levelOf(room: Room, name: LevelName): number {
  return readLevel(powerLevels(room)?.[name], room.version) ?? defaultLevels[name];
}

/** The power level of a user; infinite for creators since version 12. */
export function powerOf(room: Room, userId: string): number {
  const isCreator = creatorsOf(room).includes(userId);
  if (isCreator && hasCreators(room.version)) return Number.POSITIVE_INFINITY;
  const levels = powerLevels(room);
  if (levels === undefined) return isCreator ? 100 : 0;
  return entryOf(room, levels.users, userId) ?? levelOf(room, 'users_default');
}

/** The level that sending an event of a type takes. */
export function requiredPower(room: Room, type: string, isState: boolean): number {
  const byType = entryOf(room, powerLevels(room)?.events, type);
  return byType ?? levelOf(room, isState ? 'state_default' : 'events_default');
}

function entryOf(room: Room, entries: unknown, name: string): number | undefined {
  const entry = isObject(entries) && Object.hasOwn(entries, name) ? entries[name] : undefined;
  return readLevel(entry, room.version);
}
