import { canonicalJson } from '../../events/canonical-json.ts';
import { isObject } from '../../events/json.ts';
import type { Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { levelOf, powerLevels, powerOf } from '../../rules/power.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const allowed = killedBy('room_state', 'a-member-with-the-power-may-set-state');
const below = killedBy('room_state', 'a-member-below-the-power-level-may-not-set-state');
const repeat = killedBy('room_state', 'a-member-below-the-power-level-may-not-repeat-the-state');
const raised = killedBy('room_state', 'a-raised-power-level-of-an-event-type-holds');

/** The scenarios besides, in which a level of 0 opens an entry to members. */
const openedToMembers = killedBy(
  'room_state',
  'a-user-id-of-ones-own-may-be-the-state-key',
  'who-never-joined-may-not-set-state',
  'who-left-may-not-set-state',
  'who-is-banned-may-not-set-state',
  'who-is-only-invited-may-not-set-state',
);

/** The level that the power levels of a room set for a custom type, if they do. */
function entryOf(room: Room, type: string): number | undefined {
  const events = powerLevels(room)?.events;
  const level = isObject(events) && isCustom(type) ? events[type] : undefined;
  return typeof level === 'number' ? level : undefined;
}

/** Faults in the power that state takes. */
export const powerMutants: readonly Mutant[] = [
  {
    id: 'a-level-of-zero-counts-as-none',
    fault: 'A level of 0 for an event type is taken for no level, and the default holds.',
    killedBy: [...allowed, ...openedToMembers],
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const isZero = entryOf(room, event.type) === 0;
        return isZero && powerOf(room, event.sender) < levelOf(room, 'state_default')
          ? 'your power level does not allow setting state'
          : requiredPower(event, room);
      };
    },
  },
  {
    id: 'what-a-member-puts-is-not-kept',
    fault: 'State of members below the default level is answered, and kept for user ids alone.',
    killedBy: allowed,
    mutate: ({ state, rooms }) => {
      const { write } = state;
      state.write = (into, event) => {
        const room = rooms.get(event.roomId);
        const isKept = !isCustom(event.type) || event.stateKey?.startsWith('@') || !room;
        const hasDefault = room && powerOf(room, event.sender) >= levelOf(room, 'state_default');
        if (isKept || hasDefault) write(into, event);
      };
    },
  },
  {
    id: 'a-new-entry-takes-no-power',
    fault: 'Power is asked for only where an entry is replaced, or its type has a level.',
    killedBy: below,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const isSet = stateEvent(room.state, event.type, event.stateKey) !== undefined;
        const isFree = !isSet && isCustom(event.type) && entryOf(room, event.type) === undefined;
        return isFree ? undefined : requiredPower(event, room);
      };
    },
  },
  {
    id: 'a-refused-sender-is-not-found',
    fault: 'Who lacks the power for a new entry is refused as if the room were unknown.',
    killedBy: below,
    mutate: ({ rules, wire }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const isSet = stateEvent(room.state, event.type, event.stateKey) !== undefined;
        const reason = requiredPower(event, room);
        if (reason && !isSet && entryOf(room, event.type) === undefined) throw wire.unknownPath('');
        return reason;
      };
    },
  },
  {
    id: 'a-repeated-put-takes-no-power',
    fault: 'Whoever puts what the entry holds already is answered before any rule is asked.',
    killedBy: repeat,
    mutate: ({ checks }) => {
      const { authorisation } = checks;
      checks.authorisation = (draft, room) => {
        const current = stateEvent(room.state, draft.type, draft.stateKey);
        const isSame =
          current !== undefined && canonicalJson(current.content) === canonicalJson(draft.content);
        if (!isSame) authorisation(draft, room);
      };
    },
  },
  {
    id: 'a-raised-level-is-ignored',
    fault: 'A level above the default for an event type does not hold; the default does.',
    killedBy: raised,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const isRaised = (entryOf(room, event.type) ?? 0) > levelOf(room, 'state_default');
        const hasDefault = powerOf(room, event.sender) >= levelOf(room, 'state_default');
        return isRaised && hasDefault ? undefined : requiredPower(event, room);
      };
    },
  },
  {
    id: 'levels-of-types-are-ignored',
    fault: 'Only the default counts, and no level of an event type.',
    killedBy: [...allowed, ...raised, ...openedToMembers],
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        if (!isCustom(event.type)) return requiredPower(event, room);
        return powerOf(room, event.sender) < levelOf(room, 'state_default')
          ? 'your power level does not allow setting state'
          : undefined;
      };
    },
  },
];
