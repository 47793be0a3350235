import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { membershipIn } from '../../rooms/room.ts';
import { levelOf, powerOf } from '../../rules/power.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { guardedTypes } from './guarded-types.ts';

const avatar = killedBy('room_state', 'the-avatar-of-a-room-may-be-cleared');
const unlimited = killedBy('room_state', 'events-are-not-limited-to-known-types');
const typed = killedBy('room_state', 'typed-events-are-set-by-who-has-the-power');

/** Refuses what is put of some types. */
function refuse(
  homeserver: Homeserver,
  isRefused: (type: string, content: { readonly [name: string]: unknown }) => boolean,
): void {
  changeCall(homeserver, 'setRoomStateWithKey', ({ params, body }) => {
    if (!isRefused(params.eventType ?? '', body)) return {};
    throw new MatrixError(400, 'M_BAD_JSON', 'There is no such event');
  });
}

const limits: readonly [what: string, isRefused: (type: string) => boolean][] = [
  ['below m.', (type) => type.startsWith('m.conformance')],
  ['below m.room.', (type) => type === 'm.room.conformance'],
  ['that begin like one of its own', (type) => /^m\.room\.(?:name|create)\./.test(type)],
  ['in capitals', (type) => /^M\.[A-Z.]+$/.test(type)],
  ['without a dot', (type) => type === 'name'],
  ['beyond ASCII', (type) => type === 'org.example.ünïcode'],
  ['of digits', (type) => type === '7'],
  ['with white space', (type) => type === 'org.example.white space'],
  ['that are pictures', (type) => /^\p{Extended_Pictographic}$/u.test(type)],
];

/** Faults in what becomes of events of known and of unknown types. */
export const typedEventMutants: readonly Mutant[] = [
  {
    id: 'an-avatar-needs-a-url',
    fault: 'An m.room.avatar without a URL is refused.',
    killedBy: avatar,
    mutate: (homeserver) =>
      refuse(homeserver, (type, { url }) => type === 'm.room.avatar' && url === undefined),
  },
  {
    id: 'an-avatar-stays',
    fault: 'An m.room.avatar of {} is answered with 200, and the old one stays.',
    killedBy: avatar,
    mutate: ({ state }) => {
      const { write } = state;
      state.write = (into, event) => {
        const isEmpty = Object.keys(event.content).length === 0;
        if (event.type !== 'm.room.avatar' || !isEmpty) write(into, event);
      };
    },
  },
  ...limits.map(
    ([what, isRefused]): Mutant => ({
      id: `types-${what.toLowerCase().replaceAll(/[ .]+/g, '-').replace(/-$/, '')}-are-refused`,
      fault: `Event types ${what.replace(/\.$/, '')} that it does not know are refused.`,
      killedBy: unlimited,
      mutate: (homeserver) => refuse(homeserver, isRefused),
    }),
  ),
  {
    id: 'the-name-of-a-room-is-known-in-capitals',
    fault: 'M.ROOM.NAME is kept as the name of the room.',
    killedBy: unlimited,
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', ({ params }) =>
        params.eventType === 'M.ROOM.NAME'
          ? { params: { ...params, eventType: 'm.room.name' } }
          : {},
      ),
  },
  ...guardedTypes.flatMap((type): readonly Mutant[] => {
    const words = type.replaceAll(/[._]/g, '-');
    return [
      {
        id: `${words}-is-the-creators`,
        fault: `Nobody but the creator of a room may set ${type}.`,
        killedBy: typed,
        mutate: ({ rules }) => {
          const { requiredPower } = rules;
          rules.requiredPower = (event, room) =>
            event.type === type && event.sender !== room.events[0]?.sender
              ? 'you did not create the room'
              : requiredPower(event, room);
        },
      },
      {
        id: `${words}-takes-no-power`,
        fault: `Any member of a room may set ${type}.`,
        killedBy: typed,
        mutate: ({ rules }) => {
          const { requiredPower } = rules;
          rules.requiredPower = (event, room) =>
            event.type === type && membershipIn(room.state, event.sender) === 'join'
              ? undefined
              : requiredPower(event, room);
        },
      },
    ];
  }),
  {
    id: 'one-below-the-level-sets-typed-events',
    fault: 'Policies take one more than the level of their type.',
    killedBy: typed,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        event.type.startsWith('m.policy.') && powerOf(room, event.sender) <= 50
          ? 'your power level is not above it'
          : requiredPower(event, room);
    },
  },
  {
    id: 'policies-take-the-level-of-bans',
    fault: 'Policies take the level ban, and not that of their type.',
    killedBy: typed,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        event.type.startsWith('m.policy.') && powerOf(room, event.sender) < levelOf(room, 'ban')
          ? 'your power level does not allow banning'
          : requiredPower(event, room);
    },
  },
  {
    id: 'policies-lose-their-reason',
    fault: 'The reason of a policy is not kept.',
    killedBy: typed,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params }) => {
        if (!params.eventType?.startsWith('m.policy.') || !isObject(reply.body)) return reply;
        const { reason: _, ...body } = reply.body;
        return { ...reply, body };
      }),
  },
];
