import type { Homeserver } from '../../homeserver.ts';
import { takesGuests } from '../../rooms/check-guest.ts';
import { membershipIn, type Room } from '../../rooms/room.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { sendUnchecked } from './send-unchecked.ts';

const leaving = killedBy('room_state', 'guests-leave-a-room-that-closes-to-them');

/** Gives some members of a room another membership. */
function put(
  homeserver: Homeserver,
  room: Room,
  membership: string,
  isMeant: (userId: string) => boolean,
): void {
  for (const userId of homeserver.accounts.keys()) {
    if (membershipIn(room.state, userId) !== 'join' || !isMeant(userId)) continue;
    const member = { type: 'm.room.member', stateKey: userId, sender: userId };
    sendUnchecked(homeserver, room, { ...member, content: { membership } });
  }
}

function isGuest({ accounts }: Homeserver): (userId: string) => boolean {
  return (userId) => accounts.get(userId)?.isGuest === true;
}

/** Does something else when it is said anew whether a room takes guests. */
function onAccess(
  homeserver: Homeserver,
  react: (room: Room, takes: boolean, creator: string) => void,
): void {
  const sound = homeserver.afterwards;
  homeserver.afterwards = (event, room) => {
    if (event.type !== 'm.room.guest_access') sound(event, room);
    else react(room, takesGuests(room), room.events[0]?.sender ?? '');
  };
}

/** Faults in what becomes of guests when a room is closed to them. */
export const guestsLeavingMutants: readonly Mutant[] = [
  {
    id: 'guests-stay-in-a-closed-room',
    fault: 'Guests who are in a room stay there when it is closed to them.',
    killedBy: leaving,
    mutate: (homeserver) => onAccess(homeserver, () => {}),
  },
  {
    id: 'guests-are-banned-from-a-closed-room',
    fault: 'Guests who are in a room are banned from it when it is closed to them.',
    killedBy: leaving,
    mutate: (homeserver) =>
      onAccess(homeserver, (room, takes) => {
        if (!takes) put(homeserver, room, 'ban', isGuest(homeserver));
      }),
  },
  {
    id: 'all-leave-a-room-that-closes-to-guests',
    fault: 'All members but its creator leave a room that is closed to guests.',
    killedBy: leaving,
    mutate: (homeserver) =>
      onAccess(homeserver, (room, takes, creator) => {
        if (!takes) put(homeserver, room, 'leave', (userId) => userId !== creator);
      }),
  },
  {
    id: 'guests-leave-whatever-is-said-of-guests',
    fault: 'Guests leave a room whenever its guest access is set, also to what it was.',
    killedBy: leaving,
    mutate: (homeserver) =>
      onAccess(homeserver, (room) => put(homeserver, room, 'leave', isGuest(homeserver))),
  },
];
