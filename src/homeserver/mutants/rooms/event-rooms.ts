import type { Homeserver } from '../../homeserver.ts';
import { type Call, ok } from '../../http/call.ts';
import { clientEventWithRoom } from '../../rooms/client-event.ts';
import { membershipIn, type Room } from '../../rooms/room.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const own = killedBy('rooms', 'an-event-is-found-in-its-own-room-only');

/** Finds an event that the room does not have in others, where the asker is in the room asked of. */
function lookElsewhere(homeserver: Homeserver, isMeant: (other: Room, call: Call) => boolean) {
  changeRefusal(homeserver, 'getOneRoomEvent', (_, call) => {
    const asked = homeserver.rooms.get(call.params.roomId ?? '');
    if (asked === undefined || membershipIn(asked.state, call.sender) !== 'join') return undefined;
    for (const other of homeserver.rooms.values()) {
      if (other === asked || !isMeant(other, call)) continue;
      const event = other.events.find(({ id }) => id === call.params.eventId);
      if (event !== undefined) return ok(clientEventWithRoom(event));
    }
    return undefined;
  });
}

/** Faults that find an event in a room that it is not of. */
export const eventRoomMutants: readonly Mutant[] = [
  {
    id: 'an-event-is-found-by-its-id-alone',
    fault: 'Who is in some room fetches events of every room by way of it.',
    killedBy: own,
    mutate: (homeserver) => lookElsewhere(homeserver, () => true),
  },
  {
    id: 'an-event-is-found-in-all-rooms-of-who-asks',
    fault: 'Events of all rooms of who asks are found in each of them.',
    killedBy: own,
    mutate: (homeserver) =>
      lookElsewhere(
        homeserver,
        (other, { sender }) => membershipIn(other.state, sender) === 'join',
      ),
  },
  {
    id: 'an-event-of-a-closed-room-is-found-in-another',
    fault: 'Events of rooms that one is not in are found in rooms that one is in.',
    killedBy: own,
    mutate: (homeserver) =>
      lookElsewhere(
        homeserver,
        (other, { sender }) => membershipIn(other.state, sender) !== 'join',
      ),
  },
];
