import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { sendEvent } from '../../rooms/send-event.ts';

/** Sends an event into a room, whoever its sender is. */
export function sendUnchecked(homeserver: Homeserver, room: Room, draft: Draft): void {
  const checks = {
    canonical: () => {},
    size: () => {},
    authorisation: () => {},
    guests: () => {},
    aliases: () => {},
    invitePermission: () => {},
    annotation: () => {},
  };
  sendEvent({ ...homeserver, checks }, room, draft);
}
