import { levelOf, powerOf } from '../../rules/power.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { entryLevel } from './entry-level.ts';
import { heldInEveryVersion } from './held-in-every-version.ts';

const allowed = killedBy('room_state', 'a-member-with-the-power-may-set-state');
const raised = killedBy('room_state', 'a-raised-power-level-of-an-event-type-holds');

/** The scenarios besides, in which a level of 0 opens an entry to members. */
const openedToMembers = killedBy(
  'room_state',
  'a-user-id-of-ones-own-may-be-the-state-key',
  'a-user-id-of-ones-own-still-needs-the-power',
  'who-never-joined-may-not-set-state',
  'who-left-may-not-set-state',
  'who-is-banned-may-not-set-state',
  'who-is-only-invited-may-not-set-state',
);

const levels = 'm.room.power_levels';
const unnamed = killedBy(levels, 'the-default-of-users-is-what-unnamed-members-have');
const floats = killedBy(levels, 'a-level-written-as-a-float-counts-before-version-6');
const strings = killedBy(levels, 'a-level-written-as-a-string-counts-before-version-10');
const largest = killedBy(levels, 'levels-reach-to-the-largest-integers-and-not-beyond');

/** Faults in the power that state takes. */
export const powerMutants: readonly Mutant[] = [
  {
    id: 'a-level-of-zero-counts-as-none',
    fault: 'A level of 0 for an event type is taken for no level, and the default holds.',
    killedBy: [
      ...allowed,
      ...raised,
      ...openedToMembers,
      ...heldInEveryVersion,
      ...unnamed,
      ...floats,
    ],
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const isZero = entryLevel(room, event.type) === 0;
        return isZero && powerOf(room, event.sender) < levelOf(room, 'state_default')
          ? 'your power level does not allow setting state'
          : requiredPower(event, room);
      };
    },
  },
  {
    id: 'what-a-member-puts-is-not-kept',
    fault: 'State of members below the default level is answered, and kept for user ids alone.',
    killedBy: [...allowed, ...floats, ...strings],
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
    id: 'a-raised-level-is-ignored',
    fault: 'A level above the default for an event type does not hold; the default does.',
    killedBy: [...raised, ...heldInEveryVersion, ...floats, ...largest],
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const isRaised = (entryLevel(room, event.type) ?? 0) > levelOf(room, 'state_default');
        const hasDefault = powerOf(room, event.sender) >= levelOf(room, 'state_default');
        return isRaised && hasDefault ? undefined : requiredPower(event, room);
      };
    },
  },
  {
    id: 'one-below-the-level-is-enough',
    fault: 'Who is one below the level of an event type may set it.',
    killedBy: [...raised, ...heldInEveryVersion, ...unnamed, ...floats, ...largest],
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        powerOf(room, event.sender) + 1 === entryLevel(room, event.type)
          ? undefined
          : requiredPower(event, room);
    },
  },
  {
    id: 'levels-of-types-are-ignored',
    fault: 'Only the default counts, and no level of an event type.',
    killedBy: [
      ...allowed,
      ...raised,
      ...openedToMembers,
      ...heldInEveryVersion,
      ...unnamed,
      ...floats,
      ...strings,
      ...largest,
    ],
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
