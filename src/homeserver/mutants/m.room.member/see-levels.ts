import type { JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { stateEvent } from '../../rooms/room-state.ts';

/** Has the rule of a membership read other power levels than the room has. */
export function seeLevels(
  { rules, state }: Homeserver,
  membership: string,
  change: (levels: JsonObject) => JsonObject,
): void {
  const sound = rules.membership[membership];
  if (sound === undefined) throw new TypeError(`there is no rule of ${membership}`);
  rules.membership[membership] = (event, room) => {
    const levels = stateEvent(room.state, 'm.room.power_levels');
    if (levels === undefined) return sound(event, room);
    const seen = new Map(room.state);
    state.write(seen, { ...levels, content: change(levels.content) });
    return sound(event, { ...room, state: seen });
  };
}
