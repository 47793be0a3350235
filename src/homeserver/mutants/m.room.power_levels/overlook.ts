import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { powerLevels, powerOf } from '../../rules/power.ts';

/** New power levels, what they replace, and who sends them. */
export interface NewLevels {
  readonly content: JsonObject;
  readonly current: JsonObject;
  readonly sender: string;
  /** That of the sender, before. */
  readonly power: number;
  readonly room: Room;
}

/** Has the rule of who may change which level see other levels than are sent. */
export function overlook(homeserver: Homeserver, seen: (levels: NewLevels) => JsonObject): void {
  const { rules } = homeserver;
  const sound = rules.powerLevels;
  rules.powerLevels = (event, room) => {
    const current = powerLevels(room);
    if (current === undefined) return sound(event, room);
    const { content, sender } = event;
    const power = powerOf(room, sender);
    return sound({ ...event, content: seen({ content, current, sender, power, room }) }, room);
  };
}

/** One level that changes; undefined where there is none, or where it is no number. */
export interface LevelChange extends NewLevels {
  readonly name: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Has the rule not see some changes: in a list, or of the levels that stand in none. */
export function overlookChange(
  homeserver: Homeserver,
  list: 'events' | 'notifications' | 'users' | undefined,
  isOverlooked: (change: LevelChange) => boolean,
): void {
  overlook(homeserver, (levels) => {
    const of = (content: JsonObject) => (list === undefined ? content : content[list]);
    const [before, after] = [of(levels.current), of(levels.content)].map((one) =>
      isObject(one) ? one : {},
    ) as [JsonObject, JsonObject];
    const seen: Record<string, unknown> = { ...after };
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [from, to] = [before[name], after[name]].map((level) =>
        typeof level === 'number' ? level : undefined,
      );
      const isSame = from === to;
      if (isSame || !isOverlooked({ ...levels, name, from, to })) continue;
      if (from === undefined) delete seen[name];
      else seen[name] = from;
    }
    return list === undefined ? seen : { ...levels.content, [list]: seen };
  });
}

/** Refuses new levels that are none of the sender's business, and more than those. */
export function refuseMore(
  { rules }: Pick<Homeserver, 'rules'>,
  isRefused: (levels: NewLevels) => boolean,
): void {
  const sound = rules.powerLevels;
  rules.powerLevels = (event, room) => {
    const current = powerLevels(room);
    const { content, sender } = event;
    const power = powerOf(room, sender);
    const refusal = 'your power level does not allow these levels';
    return current !== undefined && isRefused({ content, current, sender, power, room })
      ? refusal
      : sound(event, room);
  };
}
