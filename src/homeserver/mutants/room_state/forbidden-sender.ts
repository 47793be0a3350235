import { MatrixError } from '../../http/matrix-error.ts';
import { membershipIn, type Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import { letIn } from '../let-in.ts';
import type { Mutant } from '../mutant.ts';
import { heldInEveryVersion } from './held-in-every-version.ts';
import { storeRefused } from './store-refused.ts';

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
      killedBy: killedBy('room_state', scenario, ...alsoSeenBy(who)),
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
      id: `who-${who}-is-refused-and-sets-state`,
      fault: `Who ${who.replaceAll('-', ' ')} is refused, and the state is set all the same.`,
      killedBy: killedBy('room_state', scenario, ...alsoSeenBy(who)),
      mutate: (homeserver) =>
        storeRefused(homeserver, (_, { sender }, room) => isOne(sender, room)),
    },
    {
      id: `who-${who}-does-not-find-the-room`,
      fault: `Who ${who.replaceAll('-', ' ')} is refused with 404 M_NOT_FOUND.`,
      killedBy: killedBy('room_state', scenario, ...alsoSeenBy(who)),
      mutate: ({ rules }) => {
        const { senderIsJoined } = rules;
        rules.senderIsJoined = (event, room) => {
          if (!isOne(event.sender, room)) return senderIsJoined(event, room);
          throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such room');
        };
      },
    },
  ]),
  {
    id: 'the-user-id-of-another-is-taken',
    fault: 'The state key may be the user id of any user there is.',
    killedBy: [
      ...killedBy('room_state', 'the-user-id-of-another-may-not-be-the-state-key'),
      ...heldInEveryVersion,
    ],
    mutate: ({ rules, accounts }) => {
      const { stateKeyIsOwn } = rules;
      rules.stateKeyIsOwn = (event, room) =>
        accounts.has(event.stateKey ?? '') ? undefined : stateKeyIsOwn(event, room);
    },
  },
  {
    id: 'a-creator-may-use-the-user-id-of-another',
    fault: 'The creator of a room may use the user ids of its members as keys.',
    killedBy: killedBy('room_state', 'the-user-id-of-another-may-not-be-the-state-key'),
    mutate: ({ rules }) => {
      const { stateKeyIsOwn } = rules;
      rules.stateKeyIsOwn = (event, room) =>
        membershipIn(room.state, event.stateKey ?? '') === 'join' &&
        room.events[0]?.sender === event.sender
          ? undefined
          : stateKeyIsOwn(event, room);
    },
  },
  {
    id: 'only-user-ids-that-exist-are-reserved',
    fault: 'A key that starts with @ is free where there is no such user.',
    killedBy: killedBy('room_state', 'what-only-starts-like-a-user-id-may-not-be-the-state-key'),
    mutate: ({ rules, accounts }) => {
      const { stateKeyIsOwn } = rules;
      rules.stateKeyIsOwn = (event, room) =>
        accounts.has(event.stateKey ?? '') ? stateKeyIsOwn(event, room) : undefined;
    },
  },
  {
    id: 'keys-are-compared-by-their-beginning',
    fault: 'A key may begin with the own user id and go on.',
    killedBy: killedBy('room_state', 'what-only-starts-like-a-user-id-may-not-be-the-state-key'),
    mutate: ({ rules }) => {
      const { stateKeyIsOwn } = rules;
      rules.stateKeyIsOwn = (event, room) =>
        event.stateKey?.startsWith(event.sender) ? undefined : stateKeyIsOwn(event, room);
    },
  },
];
