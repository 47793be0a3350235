import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { membershipIn, type Room } from '../../rooms/room.ts';
import { isCustom } from '../is-custom.ts';
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
  rule: 'senderIsJoined' | 'requiredPower' | 'stateKeyIsOwn',
  isSpared: (event: Draft, room: Room) => boolean = () => true,
): void {
  const sound = homeserver.rules[rule];
  homeserver.rules[rule] = (event, room) =>
    isAdministrator(homeserver, event.sender) && isCustom(event.type) && isSpared(event, room)
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
    fault: 'An administrator of the homeserver sets an entry with a key of no user from outside.',
    killedBy: noRights,
    mutate: (homeserver) =>
      spare(homeserver, 'senderIsJoined', ({ stateKey }) => stateKey?.startsWith('@') !== true),
  },
  {
    id: 'an-administrator-sets-the-own-entry-from-outside',
    fault: 'An administrator of the homeserver sets the entry of the own user id from outside.',
    killedBy: noRights,
    mutate: (homeserver) =>
      spare(homeserver, 'senderIsJoined', ({ stateKey, sender }) => stateKey === sender),
  },
  {
    id: 'an-administrator-needs-no-power',
    fault: 'An administrator of the homeserver who is in a room needs no power level.',
    killedBy: noRights,
    mutate: (homeserver) => spare(homeserver, 'requiredPower'),
  },
  {
    id: 'an-administrator-sets-the-entries-of-others',
    fault: 'An administrator of the homeserver sets the entry of another user id.',
    killedBy: noRights,
    mutate: (homeserver) => spare(homeserver, 'stateKeyIsOwn'),
  },
  {
    id: 'an-administrator-is-refused-and-sets-state',
    fault: 'An administrator of the homeserver is refused, and the state is set all the same.',
    killedBy: noRights,
    mutate: (homeserver) =>
      storeRefused(homeserver, (_, { sender }) => isAdministrator(homeserver, sender)),
  },
  {
    id: 'an-administrator-is-put-into-a-room',
    fault: 'An administrator of the homeserver is refused from outside, and may from then on.',
    killedBy: noRights,
    mutate: (homeserver) => {
      const tried = new Set<string>();
      spare(homeserver, 'senderIsJoined', ({ sender }, room) => {
        const isSecond = tried.has(room.id);
        if (membershipIn(room.state, sender) !== 'join') tried.add(room.id);
        return isSecond;
      });
    },
  },
];
