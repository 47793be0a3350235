import { isObject, type JsonObject } from '../events/json.ts';
import type { Draft } from '../events/room-event.ts';
import { creatorsOf, type Room } from '../rooms/room.ts';
import { hasCreators, rulesOf } from '../rooms/room-version.ts';
import { defaultLevels, powerLevels, powerOf } from './power.ts';
import { readLevel } from './read-level.ts';

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
  const isAbove = (level: unknown) => (readLevel(level, room.version) ?? power) > power;
  for (const change of changes(pick(current), pick(content))) {
    if (isAbove(change.from) || isAbove(change.to)) return tooHigh(change.name);
  }
  const { guardsNotifications } = rulesOf(room.version);
  for (const list of guardsNotifications ? ['events', 'notifications'] : ['events']) {
    for (const change of changes(entries(current[list]), entries(content[list]))) {
      if (isAbove(change.from) || isAbove(change.to)) return tooHigh(change.name);
    }
  }
  for (const change of changes(entries(current.users), named)) {
    const isOwn = change.name === event.sender;
    const isEqual = readLevel(change.from, room.version) === power && !isOwn;
    if (isAbove(change.from) || isEqual || isAbove(change.to)) {
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

function tooHigh(name: string): string {
  return `your power level does not allow this level of ${name}`;
}
