import { isObject, type JsonObject } from '../../events/json.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { powerOf } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { type Fault, faults } from './faults.ts';
import { forbid } from './forbid.ts';
import { now } from './now.ts';
import { anothers } from './own.ts';
import { permit } from './permit.ts';
import { seeLevels } from './see-levels.ts';

const defaults = killedBy('m.room.power_levels', 'levels-that-are-not-set-have-their-defaults');
const users = 'the-default-level-of-users-counts';

/** Each level, the membership that it is for, another one, and who sees what is wrong with it. */
const levels = [
  ['kick', 'leave', 'ban', 'kicking-takes-the-kick-level'],
  ['ban', 'ban', 'kick', 'banning-takes-the-ban-level'],
  ['invite', 'invite', 'kick', 'inviting-takes-the-invite-level'],
] as const;

/** A level that is read as another, in rooms where somebody has this power over nobody else's. */
function raised(levelsSeen: JsonObject, name: string, by: number): JsonObject {
  const level = levelsSeen[name];
  // The rooms in which nothing else is asked for.
  const isOne = level === 60 || (level === 10 && levelsSeen.redact === 60);
  return isOne && levelsSeen.redact !== 50 ? { ...levelsSeen, [name]: level + by } : levelsSeen;
}

const misread = levels.flatMap(([name, to, other, scenario]): readonly Fault[] => [
  [
    `the-${name}-level-is-one-too-low`,
    `Who lacks one to the ${name} level has it.`,
    scenario,
    (homeserver) => seeLevels(homeserver, to, (seen) => raised(seen, name, -1)),
  ],
  [
    `the-${name}-level-is-to-be-exceeded`,
    `Who has just the ${name} level does not have it.`,
    scenario,
    (homeserver) => seeLevels(homeserver, to, (seen) => raised(seen, name, 1)),
  ],
  [
    `the-${name}-level-is-that-of-state`,
    `To ${name} takes the level of state.`,
    scenario,
    (homeserver) =>
      seeLevels(homeserver, to, (seen) =>
        raised(seen, name, 1) === seen ? seen : { ...seen, [name]: seen.state_default },
      ),
  ],
  [
    `the-${name}-level-is-the-${other}-level`,
    `To ${name} takes the ${other} level.`,
    scenario,
    (homeserver) =>
      seeLevels(homeserver, to, (seen) =>
        raised(seen, name, 1) === seen ? seen : { ...seen, [name]: seen[other] },
      ),
  ],
  [
    `to-${name}-takes-the-level-of-the-event-type-too`,
    `To ${name} takes the level of m.room.member as well.`,
    scenario,
    (homeserver) =>
      forbid(homeserver, (event, room) => {
        const { events } = stateEvent(room.state, 'm.room.power_levels')?.content ?? {};
        const level = isObject(events) ? events['m.room.member'] : undefined;
        return level === 60 && anothers(to)(event, room) && powerOf(room, event.sender) < level;
      }),
  ],
]);

const missing: readonly Mutant[] = (
  [
    ['kick', 'leave', 49],
    ['kick', 'leave', 51],
    ['ban', 'ban', 49],
    ['ban', 'ban', 51],
    ['invite', 'invite', 50],
  ] as const
).map(([name, to, level]) => ({
  id: `without-a-level-to-${name}-takes-${level}`,
  fault: `Where power levels do not say, it takes ${level} to ${name}.`,
  killedBy: defaults,
  mutate: (homeserver) => seeLevels(homeserver, to, (seen) => ({ [name]: level, ...seen })),
}));

const unnamed: readonly Fault[] = (['invite', 'leave', 'ban'] as const).map((to) => [
  `for-${to}-the-default-level-of-users-is-0`,
  `Who has no level of their own has 0, where ${to} is put, whatever users_default says.`,
  users,
  (homeserver) =>
    seeLevels(homeserver, to, (seen) =>
      seen.users_default === 40 ? { ...seen, users_default: 0 } : seen,
    ),
]);

/** Faults in the level that a membership takes. */
export const misreadLevelMutants: readonly Mutant[] = [
  ...missing,
  ...faults([
    ...misread,
    ...unnamed,
    [
      'the-default-level-of-users-is-the-least',
      'A level of their own below users_default is not held against a user who invites.',
      users,
      (homeserver) =>
        permit(
          homeserver,
          (event, room) =>
            anothers('invite')(event, room) &&
            powerOf(room, event.sender) === 39 &&
            now(room, event.sender) === 'join',
        ),
    ],
  ]),
];
