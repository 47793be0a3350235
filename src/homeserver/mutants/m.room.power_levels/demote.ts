import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { creatorsOf, type Room } from '../../rooms/room.ts';
import { hasCreators } from '../../rooms/room-version.ts';
import { powerLevels } from '../../rules/power.ts';
import { changedLevels } from './changed-levels.ts';

/** The room as it would be if some creators had the level 100, as others have levels. */
function demoted(room: Room, isDemoted: (user: string) => boolean): Room {
  const left = creatorsOf(room).filter(isDemoted);
  const create = room.events[0];
  if (!hasCreators(room.version) || left.length === 0 || create === undefined) return room;
  const levels = changedLevels(room, (content) => {
    const users = isObject(content.users) ? content.users : {};
    const given = Object.fromEntries(left.map((user) => [user, 100]));
    return { ...content, users: { ...users, ...given } };
  });
  return { ...levels, version: '11' };
}

/** Has some rules not know of the infinite power of some creators. */
export function demote(
  { rules }: Pick<Homeserver, 'rules'>,
  which: readonly ('requiredPower' | 'powerLevels')[],
  isDemoted: (room: Room, user: string) => boolean,
): void {
  for (const name of which) {
    const sound = rules[name];
    rules[name] = (event, room) =>
      // Before there are levels, a creator is whoever makes the room.
      powerLevels(room) !== undefined && isDemoted(room, event.sender)
        ? sound(
            event,
            demoted(room, (user) => user === event.sender),
          )
        : sound(event, room);
  }
}
