import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { membershipIn } from '../../rooms/room.ts';
import { powerOf } from '../../rules/power.ts';
import { changeCall } from '../change-call.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeTime } from './change-time.ts';
import { formOfCall } from './form-of-call.ts';
import { sparePower } from './spare-power.ts';

const rights = killedBy('room_state', 'a-service-has-no-more-rights-than-whom-it-names');
const times = killedBy('room_state', 'a-service-says-when-its-events-were-sent');
const bad = killedBy('room_state', 'a-time-that-is-none-is-refused');

function own({ registration, name }: Homeserver): string {
  return `@${registration.applicationService?.senderLocalpart}:${name}`;
}

/** Whether a user is one of the service's, and not its own. */
function isNamed(homeserver: Homeserver, userId: string): boolean {
  const { localpartPrefix = '' } = homeserver.registration.applicationService ?? {};
  return userId.startsWith(`@${localpartPrefix}`) && userId !== own(homeserver);
}

/** Faults in what a service may, and in the times that it gives. */
export const rightsOfServicesMutants: readonly Mutant[] = [
  {
    id: 'a-service-lends-its-power',
    fault: 'What a service puts as one of its users takes the power of its own user.',
    killedBy: rights,
    mutate: (homeserver) =>
      sparePower(
        homeserver,
        ({ sender }, room) => isNamed(homeserver, sender) && powerOf(room, own(homeserver)) >= 50,
      ),
  },
  {
    id: 'a-service-borrows-the-power-of-its-users',
    fault: 'A service may itself put what any of its users in the room may.',
    killedBy: rights,
    mutate: (homeserver) => sparePower(homeserver, ({ sender }) => sender === own(homeserver)),
  },
  ...(
    [
      ['lends-its-membership', 'a user of its own need not be in a room in which it is', isNamed],
      [
        'is-in-every-room-of-its-users',
        'its own user need not be in a room in which one of its users is',
        isOwn,
      ],
    ] as const
  ).map(
    ([id, fault, isMeant]): Mutant => ({
      id: `a-service-${id}`,
      fault: `For a service ${fault}.`,
      killedBy: rights,
      mutate: (homeserver) => {
        const { senderIsJoined } = homeserver.rules;
        homeserver.rules.senderIsJoined = (event, room) =>
          isMeant(homeserver, event.sender) && hasService(homeserver, room)
            ? undefined
            : senderIsJoined(event, room);
      },
    }),
  ),
  {
    id: 'a-service-has-the-names-of-all-its-users',
    fault: 'What a service puts may have any user of the service as its key.',
    killedBy: rights,
    mutate: (homeserver) => {
      const { stateKeyIsOwn } = homeserver.rules;
      homeserver.rules.stateKeyIsOwn = (event, room) =>
        isNamed(homeserver, event.sender) && isNamed(homeserver, event.stateKey ?? '')
          ? undefined
          : stateKeyIsOwn(event, room);
    },
  },
  {
    id: 'a-service-reads-as-itself',
    fault: 'GET of an entry by a service is answered to its own user, whomever it names.',
    killedBy: rights,
    mutate: (homeserver) =>
      changeCall(homeserver, 'getRoomStateWithKey', ({ session }) =>
        session?.isApplicationService === true ? { sender: own(homeserver) } : {},
      ),
  },
  {
    id: 'the-time-0-is-none',
    fault: 'A ?ts=0 of a service is taken for none.',
    killedBy: times,
    mutate: (homeserver) => changeTime(homeserver, () => undefined, /^0$/),
  },
  {
    id: 'the-latest-time-is-the-state',
    fault: 'An event whose time is before that of the entry does not replace it.',
    killedBy: times,
    mutate: ({ state }) => {
      const { write } = state;
      const latest = new Map<string, number>();
      state.write = (into, event) => {
        const slot = JSON.stringify([event.roomId, event.type, event.stateKey]);
        const isLate = event.sentAt >= (latest.get(slot) ?? 0);
        if (isLate) latest.set(slot, event.sentAt);
        if (isLate || !event.type.includes('twice')) write(into, event);
      };
    },
  },
  ...(
    [
      ['an-exponent', /^\d+e\d+$/],
      ['a-prefix', /^0x[\da-f]+$/],
    ] as const
  ).map(
    ([what, pattern]): Mutant => ({
      id: `a-time-may-have-${what}`,
      fault: `A ?ts= of a service is read with ${what.replace('-', ' ')}.`,
      killedBy: bad,
      mutate: (homeserver) => changeTime(homeserver, (ts) => String(Number(ts)), pattern),
    }),
  ),
  {
    id: 'a-bad-time-is-none-without-the-slash',
    fault: 'A ?ts= that is no time is ignored on the path that leaves out the slash.',
    killedBy: bad,
    mutate: (homeserver) => {
      const form = formOfCall(homeserver);
      changeTime(homeserver, (ts) => (form() === 'without the slash' ? undefined : ts), /\D/);
    },
  },
];

function isOwn(homeserver: Homeserver, userId: string): boolean {
  return userId === own(homeserver);
}

function hasService(homeserver: Homeserver, room: Room): boolean {
  const isOfService = (userId: string) => isOwn(homeserver, userId) || isNamed(homeserver, userId);
  return [...homeserver.accounts.keys()].some(
    (userId) => isOfService(userId) && membershipIn(room.state, userId) === 'join',
  );
}
