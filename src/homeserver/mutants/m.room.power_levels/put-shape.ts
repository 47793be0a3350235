import { isObject, type JsonObject } from '../../events/json.ts';
import { powerOf } from '../../rules/power.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const shapes: readonly [
  id: string,
  fault: string,
  scenario: string,
  (one: JsonObject) => boolean,
][] = [
  [
    'a-ban-level-is-put-as-a-string',
    'In a room that is there, the ban level may be a string.',
    'from-version-10-each-level-is-an-integer',
    ({ ban }) => typeof ban === 'string',
  ],
  [
    'levels-of-types-are-put-as-strings',
    'In a room that is there, levels of event types may be strings.',
    'from-version-10-events-and-notifications-hold-integers',
    ({ events }) => holdsText(events),
  ],
  [
    'levels-of-users-are-put-as-strings',
    'In a room that is there, levels of users may be strings.',
    'users-are-an-object-of-levels-in-every-version',
    ({ users }) => holdsText(users),
  ],
];

function holdsText(list: unknown): boolean {
  return isObject(list) && Object.values(list).some((level) => typeof level === 'string');
}

/** Faults in what levels may look like once a room is there, and in whose they are. */
export const putShapeMutants: readonly Mutant[] = [
  ...shapes.map(
    ([id, fault, scenario, isTaken]): Mutant => ({
      id,
      fault,
      killedBy: killedBy('m.room.power_levels', scenario),
      mutate: ({ rules, rooms }) => {
        const { powerLevelsShape } = rules;
        rules.powerLevelsShape = (event, room) => {
          const isFree = rooms.has(room.id) && Number(room.version) >= 10 && isTaken(event.content);
          if (!isFree) powerLevelsShape(event, room);
        };
      },
    }),
  ),
  {
    id: 'a-level-below-the-default-is-not-heeded',
    fault: 'Who has a level of their own below the default of users sets types with the default.',
    killedBy: killedBy('m.room.power_levels', 'the-default-of-users-is-what-unnamed-members-have'),
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const level = powerOf(room, event.sender);
        const sender = level === 10 ? '@nobody:nowhere.example' : event.sender;
        return requiredPower(isCustom(event.type) ? { ...event, sender } : event, room);
      };
    },
  },
];
