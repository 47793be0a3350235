import { clientEventWithRoom } from '../../rooms/client-event.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import type { Rule } from '../../rules/rule.ts';
import { changeRefusal } from '../change-refusal.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { entryLevel } from './entry-level.ts';
import { heldInEveryVersion } from './held-in-every-version.ts';
import { lackingTheDefault } from './lacking-the-default.ts';
import { sparePower } from './spare-power.ts';

const below = killedBy('room_state', 'a-member-below-the-power-level-may-not-set-state');
const sameCreation = killedBy('m.room.create', 'the-same-creation-again-is-no-new-event');
const ownKey = killedBy('room_state', 'a-user-id-of-ones-own-still-needs-the-power');

/** Faults in what becomes of a member who lacks the power. */
export const lackingPowerMutants: readonly Mutant[] = [
  {
    id: 'a-new-entry-takes-no-power',
    fault: 'Power is asked for only where an entry is replaced, or its type has a level.',
    killedBy: [...below, ...ownKey, ...lackingTheDefault, ...heldInEveryVersion],
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const isSet = stateEvent(room.state, event.type, event.stateKey) !== undefined;
        const isFree = !isSet && isCustom(event.type) && entryLevel(room, event.type) === undefined;
        return isFree ? undefined : requiredPower(event, room);
      };
    },
  },
  {
    id: 'a-refused-sender-is-not-found',
    fault: 'Who lacks the power for a new entry is refused as if the room were unknown.',
    killedBy: [...below, ...ownKey, ...lackingTheDefault, ...heldInEveryVersion],
    mutate: ({ rules, wire }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const isSet = stateEvent(room.state, event.type, event.stateKey) !== undefined;
        const reason = requiredPower(event, room);
        if (reason && !isSet && entryLevel(room, event.type) === undefined)
          throw wire.unknownPath('');
        return reason;
      };
    },
  },
  ...['m.room.name', 'm.room.topic'].map(
    (type): Mutant => ({
      id: `${type.replaceAll('.', '-')}-takes-no-power`,
      fault: `Every member may set ${type}.`,
      killedBy: below,
      mutate: (homeserver) => sparePower(homeserver, (event) => event.type === type),
    }),
  ),
  {
    id: 'who-tries-again-needs-no-power',
    fault: 'A member who was refused may set the entry at the second try.',
    killedBy: [
      ...below,
      ...heldInEveryVersion,
      ...killedBy(
        'room_state',
        'without-levels-state-takes-the-defaults',
        'a-raised-power-level-of-an-event-type-holds',
        'a-member-below-the-power-level-may-not-repeat-the-state',
      ),
      ...killedBy(
        'm.room.power_levels',
        'the-default-of-users-is-what-unnamed-members-have',
        'messages-take-the-level-that-is-set-for-them',
        'a-level-written-as-a-float-counts-before-version-6',
        'a-level-written-as-a-string-counts-before-version-10',
        'levels-reach-to-the-largest-integers-and-not-beyond',
      ),
    ],
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      const refused = new Set<string>();
      const rule: Rule = (event, room) => {
        const reason = requiredPower(event, room);
        const tried = JSON.stringify([room.id, event.sender, event.type, event.stateKey]);
        if (reason === undefined || refused.has(tried)) return undefined;
        refused.add(tried);
        return reason;
      };
      rules.requiredPower = rule;
    },
  },
  {
    id: 'what-was-refused-shows-in-the-full-state',
    fault: 'The full state shows the events of members who lacked the power for them.',
    killedBy: [...below, ...sameCreation],
    mutate: (homeserver) => {
      const refused: { room_id: unknown; [name: string]: unknown }[] = [];
      changeRefusal(homeserver, 'setRoomStateWithKey', (_, { params, sender, body }) => {
        const state = homeserver.rooms.get(params.roomId ?? '')?.state;
        const sample = state && stateEvent(state, 'm.room.create');
        if (sample === undefined) return undefined;
        const { eventType: type, stateKey: state_key = '', roomId: room_id } = params;
        const shown = { ...clientEventWithRoom(sample), type, state_key, sender, content: body };
        refused.push({ ...shown, room_id });
        return undefined;
      });
      changeReply(homeserver, 'getRoomState', (reply, { params }) => {
        const more = refused.filter(({ room_id: of }) => of === params.roomId);
        return Array.isArray(reply.body) ? { ...reply, body: [...reply.body, ...more] } : reply;
      });
    },
  },
];
