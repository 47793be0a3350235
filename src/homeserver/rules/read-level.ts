import { type RoomVersion, rulesOf } from '../rooms/room-version.ts';

/**
 * The power level that a value stands for, or undefined where it is none in this room version:
 * integers in all of them, strings that hold one up to version 9 (rooms/v1,
 * "`m.room.power_levels` events accept values as strings"), floats, cut at their point, up to
 * version 5 (the same, "as floats").
 */
export function readLevel(value: unknown, version: RoomVersion): number | undefined {
  const { levels } = rulesOf(version);
  if (typeof value === 'number') {
    return Number.isInteger(value) || levels === 'floats' ? Math.trunc(value) : undefined;
  }
  if (typeof value !== 'string' || levels === 'integers') return undefined;
  return /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : undefined;
}
