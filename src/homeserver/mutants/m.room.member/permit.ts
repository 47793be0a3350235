import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';

/** Something about a membership that somebody wants to send into a room. */
export type Case = (event: Draft, room: Room) => boolean;

/** Has memberships of some kind allowed, whatever the rules say of them. */
export function permit({ checks }: Homeserver, isPermitted: Case): void {
  const { authorisation } = checks;
  checks.authorisation = (event, room) => {
    if (event.type === 'm.room.member' && isPermitted(event, room)) return;
    authorisation(event, room);
  };
}
