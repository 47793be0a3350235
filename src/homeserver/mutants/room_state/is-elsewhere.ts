import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';

/** Whether an alias points to another room. */
export function isElsewhere({ aliases }: Homeserver, alias: string, room: Room): boolean {
  const found = aliases.get(alias);
  return found !== undefined && found.roomId !== room.id;
}
