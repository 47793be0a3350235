import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { membershipIn, type Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { powerLevels } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import { letIn } from '../let-in.ts';
import type { Mutant } from '../mutant.ts';
import { heldInEveryVersion } from './held-in-every-version.ts';
import { storeRefused } from './store-refused.ts';

function isNamed(users: unknown, sender: string): boolean {
  return isObject(users) && Number(users[sender]) >= 100;
}

function wasNeverHere(sender: string, room: Room): boolean {
  return stateEvent(room.state, 'm.room.member', sender) === undefined;
}

/** What a sender is instead of a member, the one scenario that tries it, and how it is known. */
const outsiders: readonly [
  who: string,
  scenario: string,
  isOne: (sender: string, room: Room) => boolean,
][] = [
  ['never-joined', 'who-never-joined-may-not-set-state', wasNeverHere],
  [
    'left',
    'who-left-may-not-set-state',
    (sender, room) => !wasNeverHere(sender, room) && membershipIn(room.state, sender) === 'leave',
  ],
  [
    'is-banned',
    'who-is-banned-may-not-set-state',
    (sender, room) => membershipIn(room.state, sender) === 'ban',
  ],
  [
    'is-only-invited',
    'who-is-only-invited-may-not-set-state',
    (sender, room) => membershipIn(room.state, sender) === 'invite',
  ],
];

/** The scenarios besides, in which somebody is refused who never joined. */
function alsoSeenBy(who: string): readonly string[] {
  const isStranger = who === 'never-joined';
  return isStranger ? ['cors-headers-stand-on-every-answer', 'answers-are-application-json'] : [];
}

/** Faults in who may set state, and under whose name. */
export const forbiddenSenderMutants: readonly Mutant[] = [
  ...outsiders.flatMap(([who, scenario, isOne]): readonly Mutant[] => [
    {
      id: `who-${who}-sets-state`,
      fault: `Who ${who.replaceAll('-', ' ')} may set state like a member.`,
      killedBy: [...killedBy('room_state', scenario, ...alsoSeenBy(who)), ...heldInEveryVersion],
      mutate: (homeserver) => letIn(homeserver, isOne),
    },
    {
      id: `who-${who}-sets-the-entry-of-their-user-id`,
      fault: `Who ${who.replaceAll('-', ' ')} may set the entry of their own user id.`,
      killedBy: killedBy('room_state', scenario),
      mutate: ({ rules }) => {
        const { senderIsJoined } = rules;
        rules.senderIsJoined = (event, room) =>
          event.stateKey === event.sender && isOne(event.sender, room)
            ? undefined
            : senderIsJoined(event, room);
      },
    },
    {
      id: `who-${who}-sets-state-with-a-level`,
      fault: `Who ${who.replaceAll('-', ' ')} may set state where a level is given to them by name.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) =>
        letIn(
          homeserver,
          (sender, room) => isOne(sender, room) && isNamed(powerLevels(room)?.users, sender),
        ),
    },
    {
      id: `who-${who}-is-refused-and-sets-state`,
      fault: `Who ${who.replaceAll('-', ' ')} is refused, and the state is set all the same.`,
      killedBy: [...killedBy('room_state', scenario, ...alsoSeenBy(who)), ...heldInEveryVersion],
      mutate: (homeserver) =>
        storeRefused(homeserver, (_, { sender }, room) => isOne(sender, room)),
    },
    {
      id: `who-${who}-does-not-find-the-room`,
      fault: `Who ${who.replaceAll('-', ' ')} is refused with 404 M_NOT_FOUND.`,
      killedBy: [...killedBy('room_state', scenario, ...alsoSeenBy(who)), ...heldInEveryVersion],
      mutate: ({ rules }) => {
        const { senderIsJoined } = rules;
        rules.senderIsJoined = (event, room) => {
          if (!isOne(event.sender, room)) return senderIsJoined(event, room);
          throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such room');
        };
      },
    },
  ]),
];
