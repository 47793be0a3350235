import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { killedBy } from '../killed-by.ts';
import { letIn } from '../let-in.ts';
import type { Mutant } from '../mutant.ts';
import { storeRefused } from './store-refused.ts';

const noRights = killedBy(
  'room_state',
  'an-administrator-of-the-homeserver-has-no-rights-in-a-room',
);

function isAdministrator({ accounts }: Homeserver, userId: string): boolean {
  return accounts.get(userId)?.isAdministrator === true;
}

/** Spares administrators a rule, where `isSpared`. */
function spare(
  homeserver: Homeserver,
  rule: 'senderIsJoined' | 'requiredPower',
  isSpared: (event: Draft, room: Room) => boolean = () => true,
): void {
  const sound = homeserver.rules[rule];
  homeserver.rules[rule] = (event, room) =>
    isAdministrator(homeserver, event.sender) &&
    event.type !== 'm.room.member' &&
    isSpared(event, room)
      ? undefined
      : sound(event, room);
}

/** Faults in what an administrator of the homeserver may do in a room. */
export const administratorMutants: readonly Mutant[] = [
  {
    id: 'an-administrator-may-do-anything-in-a-room',
    fault: 'An administrator of the homeserver sets state in every room.',
    killedBy: noRights,
    mutate: (homeserver) => letIn(homeserver, (sender) => isAdministrator(homeserver, sender)),
  },
  {
    id: 'an-administrator-need-not-be-a-member',
    fault: 'An administrator of the homeserver sets what every member may from outside.',
    killedBy: noRights,
    mutate: (homeserver) => spare(homeserver, 'senderIsJoined'),
  },
  {
    id: 'an-administrator-needs-no-power',
    fault: 'An administrator of the homeserver who is in a room needs no power level.',
    killedBy: noRights,
    mutate: (homeserver) => spare(homeserver, 'requiredPower'),
  },
  {
    id: 'an-administrator-is-refused-and-sets-state',
    fault: 'An administrator of the homeserver is refused, and the state is set all the same.',
    killedBy: noRights,
    mutate: (homeserver) =>
      storeRefused(homeserver, (_, { sender }) => isAdministrator(homeserver, sender)),
  },
];
