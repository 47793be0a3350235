import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import type { Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { requestUnderWay } from './request-under-way.ts';
import { storeRefused } from './store-refused.ts';

const mayPut = killedBy('room_state', 'a-guest-may-set-state');
const closed = killedBy('room_state', 'a-guest-does-not-join-a-room-that-is-closed-to-guests');
const put = 'setRoomStateWithKey';

function isGuest({ accounts }: Homeserver, userId: string): boolean {
  return accounts.get(userId)?.isGuest === true;
}

/** Closes PUT to guests, on some paths; joining, which a guest may not do everywhere, is another thing. */
function closePut(homeserver: Homeserver, isClosed: (form: string) => boolean): void {
  const request = requestUnderWay(homeserver);
  const { guest } = homeserver.accountChecks;
  homeserver.accountChecks.guest = (account, operationId) => {
    const { form = '', type } = request;
    const isMeant = account.isGuest === true && operationId === put && isCustom(type);
    if (isMeant && isClosed(form)) {
      throw new MatrixError(403, 'M_GUEST_ACCESS_FORBIDDEN', 'Guests may not do this');
    }
    guest(account, operationId);
  };
}

/** Lets guests join where something else is said than that they can. */
function openTo(homeserver: Homeserver, isOpen: (access: unknown) => boolean): void {
  const { guests } = homeserver.checks;
  homeserver.checks.guests = (draft, room) => {
    if (!isOpen(accessOf(room))) guests(draft, room);
  };
}

function accessOf(room: Room): unknown {
  return stateEvent(room.state, 'm.room.guest_access')?.content.guest_access;
}

/** Faults in what a guest may put, and where a guest may join by that. */
export const guestMutants: readonly Mutant[] = [
  {
    id: 'guests-set-no-state',
    fault: 'PUT of an entry is closed to guests.',
    killedBy: mayPut,
    mutate: (homeserver) => closePut(homeserver, () => true),
  },
  {
    id: 'guests-set-no-state-without-the-slash',
    fault: 'PUT on a path that leaves out the slash is closed to guests.',
    killedBy: mayPut,
    mutate: (homeserver) => closePut(homeserver, (form) => form === 'without the slash'),
  },
  {
    id: 'what-a-guest-sets-is-lost',
    fault: 'A PUT of a guest is answered with 200, and nothing is stored.',
    killedBy: mayPut,
    mutate: (homeserver) => {
      const { write } = homeserver.state;
      homeserver.state.write = (state, event) => {
        if (!isGuest(homeserver, event.sender) || !isCustom(event.type)) write(state, event);
      };
    },
  },
  {
    id: 'a-guest-joins-any-room-by-put',
    fault: 'Whether a room takes guests is not looked at.',
    killedBy: closed,
    mutate: (homeserver) => openTo(homeserver, () => true),
  },
  {
    id: 'a-guest-joins-where-it-is-not-forbidden',
    fault: 'A guest joins each room that does not say forbidden.',
    killedBy: closed,
    mutate: (homeserver) => openTo(homeserver, (access) => access !== 'forbidden'),
  },
  {
    id: 'a-guest-joins-where-something-unknown-is-said',
    fault: 'A guest joins where the guest access is a word that nobody knows.',
    killedBy: closed,
    mutate: (homeserver) =>
      openTo(homeserver, (access) => access !== 'forbidden' && access !== undefined),
  },
  {
    id: 'a-guest-joins-where-nothing-is-said',
    fault: 'A guest joins where the room says nothing of guests.',
    killedBy: closed,
    mutate: (homeserver) => openTo(homeserver, (access) => access === undefined),
  },
  {
    id: 'a-guest-is-refused-and-joins',
    fault: 'A guest who would join a closed room is refused, and in it all the same.',
    killedBy: closed,
    mutate: (homeserver) =>
      storeRefused(homeserver, ({ errcode }) => errcode === 'M_GUEST_ACCESS_FORBIDDEN'),
  },
  {
    id: 'a-closed-room-breaks-over-a-guest',
    fault: 'A guest who would join a closed room gets a 500.',
    killedBy: closed,
    mutate: (homeserver) => {
      const { guests } = homeserver.checks;
      homeserver.checks.guests = (draft, room) => {
        try {
          guests(draft, room);
        } catch {
          throw new Error('an unforeseen case');
        }
      };
    },
  },
];
