import { isObject } from '../../events/json.ts';
import type { Room } from '../../rooms/room.ts';
import { powerLevels } from '../../rules/power.ts';
import { isCustom } from '../is-custom.ts';

/** The level that the power levels of a room set for a custom type, if they do. */
export function entryLevel(room: Room, type: string): number | undefined {
  const events = powerLevels(room)?.events;
  const level = isObject(events) && isCustom(type) ? events[type] : undefined;
  return typeof level === 'number' ? level : undefined;
}
