import type { JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { routeOf } from '../route-of.ts';
import { changedLevels } from './changed-levels.ts';

/** What takes a level. */
export type MisreadPart = 'kick' | 'ban' | 'invite' | 'redact' | 'send';

const memberships = { kick: 'leave', ban: 'ban', invite: 'invite' } as const;

/** Has one thing look at other levels than the room has. */
export function misread(
  homeserver: Homeserver,
  part: MisreadPart,
  change: (content: JsonObject, room: Room) => JsonObject,
): void {
  const { rules } = homeserver;
  const seen = (room: Room) => changedLevels(room, (content) => change(content, room));
  if (part === 'redact') {
    const route = routeOf(homeserver, 'redactEvent');
    const { handle } = route;
    route.handle = (call, on) => {
      const room = on.rooms.get(call.params.roomId ?? '');
      const rooms = room === undefined ? on.rooms : new Map([[room.id, seen(room)]]);
      return handle(call, { ...on, rooms });
    };
  } else if (part === 'send') {
    const sound = rules.requiredPower;
    rules.requiredPower = (event, room) =>
      event.type === 'm.room.power_levels' ? sound(event, room) : sound(event, seen(room));
  } else {
    const sound = rules.membership[memberships[part]];
    rules.membership[memberships[part]] = (event, room) =>
      event.sender === event.stateKey ? sound?.(event, room) : sound?.(event, seen(room));
  }
}
