import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { creatorsOf, membershipIn, type Room } from '../../rooms/room.ts';
import { levelOf, powerLevels, powerOf } from '../../rules/power.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { entryLevel } from './entry-level.ts';
import { heldIn } from './held-in.ts';
import { sparePower } from './spare-power.ts';

const tooLow = 'your power level does not allow setting state';
const later = killedBy('room_state', 'a-raised-power-level-of-an-event-type-holds');

/** The levels that a room once had for a type, the oldest first. */
function onceSet({ events }: Room, type: string): readonly number[] {
  return events
    .filter((event) => event.type === 'm.room.power_levels')
    .map(({ content }) => (isObject(content.events) ? content.events[type] : undefined))
    .filter((level) => typeof level === 'number');
}

/** Faults in what state takes once the power levels have changed, by what they do wrong. */
const faults: readonly [
  id: string,
  fault: string,
  change: (homeserver: Homeserver, isHere: (room: Room) => boolean) => void,
  versions?: readonly string[],
][] = [
  [
    'a-removed-level-goes-on',
    'the level of a type that is removed goes on to hold',
    (homeserver, isHere) =>
      sparePower(homeserver, ({ type, sender }, room) => {
        const before = onceSet(room, type).at(-1) ?? Number.POSITIVE_INFINITY;
        return isHere(room) && isCustom(type) && powerOf(room, sender) >= before;
      }),
  ],
  [
    'a-raised-level-does-not-hold',
    'of the levels that a type ever had the lowest counts',
    (homeserver, isHere) =>
      sparePower(homeserver, ({ type, sender }, room) => {
        const isSet = entryLevel(room, type) !== undefined;
        return isHere(room) && isSet && powerOf(room, sender) >= Math.min(...onceSet(room, type));
      }),
  ],
  [
    'a-level-lowered-to-zero-does-not-hold',
    'a type that takes the level 0 takes that of all state',
    ({ rules }, isHere) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        isHere(room) &&
        entryLevel(room, event.type) === 0 &&
        powerOf(room, event.sender) < levelOf(room, 'state_default')
          ? tooLow
          : requiredPower(event, room);
    },
  ],
  [
    'an-unnamed-creator-stays-in-power',
    'who made the room and is not named in the levels has the level 100',
    (homeserver, isHere) =>
      sparePower(
        homeserver,
        ({ sender, type }, room) =>
          isHere(room) &&
          isCustom(type) &&
          creatorsOf(room)[0] === sender &&
          !Object.hasOwn(Object(powerLevels(room)?.users), sender),
      ),
    ['2', '6', '9'],
  ],
  [
    'who-is-invited-sets-state',
    'who is invited may set state',
    ({ rules }, isHere) => {
      const { senderIsJoined } = rules;
      rules.senderIsJoined = (event, room) =>
        isHere(room) && membershipIn(room.state, event.sender) === 'invite'
          ? undefined
          : senderIsJoined(event, room);
    },
    ['1', '5', '10'],
  ],
];

/** That of all other scenarios is among them: those ask in detail. */
const some = ['2', '6', '9', '11', '12'];

/** Faults that show once levels are raised, lowered or removed, in rooms of one version. */
export const levelsLaterMutants: readonly Mutant[] = faults.flatMap(
  ([id, fault, change, versions = some]) =>
    versions.map(
      (version): Mutant => ({
        id: `${id}-in-version-${version}`,
        fault: `In rooms of version ${version} ${fault}.`,
        killedBy: [...heldIn(version), ...(version === '11' ? later : [])],
        mutate: (homeserver) => change(homeserver, (room) => room.version === version),
      }),
    ),
);
