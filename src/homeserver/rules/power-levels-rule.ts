import { isObject, type JsonObject } from '../events/json.ts';
import type { Draft } from '../events/room-event.ts';
import { creatorsOf, type Room } from '../rooms/room.ts';
import { hasCreators } from '../rooms/room-version.ts';
import { defaultLevels, powerLevels, powerOf } from './power.ts';

/** Rule 10: who may change which level to what (rooms/v12/#authorisation-rules). */
export function powerLevelsRule(event: Draft, room: Room): string | undefined {
  const { content } = event;
  const named = entries(content.users);
  if (hasCreators(room.version) && creatorsOf(room).some((user) => Object.hasOwn(named, user))) {
    return 'users names a creator of the room';
  }
  const current = powerLevels(room);
  if (current === undefined) return undefined;
  const power = powerOf(room, event.sender);
  for (const change of changes(pick(current), pick(content))) {
    if (isAbove(change.from, power) || isAbove(change.to, power)) return tooHigh(change.name);
  }
  for (const list of ['events', 'notifications']) {
    for (const change of changes(entries(current[list]), entries(content[list]))) {
      if (isAbove(change.from, power) || isAbove(change.to, power)) return tooHigh(change.name);
    }
  }
  for (const change of changes(entries(current.users), named)) {
    const isOwn = change.name === event.sender;
    const isEqual = change.from === power && !isOwn;
    if (isAbove(change.from, power) || isEqual || isAbove(change.to, power)) {
      return tooHigh(change.name);
    }
  }
  return undefined;
}

interface Change {
  readonly name: string;
  readonly from: unknown;
  readonly to: unknown;
}

function changes(before: JsonObject, after: JsonObject): readonly Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .map((name) => ({ name, from: own(before, name), to: own(after, name) }))
    .filter(({ from, to }) => from !== to);
}

function own(entry: JsonObject, name: string): unknown {
  return Object.hasOwn(entry, name) ? entry[name] : undefined;
}

function pick(content: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(content).filter(([name]) => Object.hasOwn(defaultLevels, name)),
  );
}

function entries(list: unknown): JsonObject {
  return isObject(list) ? list : {};
}

function isAbove(level: unknown, power: number): boolean {
  return typeof level === 'number' && level > power;
}

function tooHigh(name: string): string {
  return `your power level does not allow this level of ${name}`;
}
