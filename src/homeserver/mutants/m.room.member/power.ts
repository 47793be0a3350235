import { isObject, type JsonObject } from '../../events/json.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { levelOf, powerOf } from '../../rules/power.ts';
import { type Fault, faults } from './faults.ts';
import { forbid } from './forbid.ts';
import { anothers, now, own } from './past.ts';
import { permit } from './permit.ts';
import { seeLevels } from './see-levels.ts';

const defaults = 'levels-that-are-left-out-have-their-defaults';
const type = 'the-level-of-the-event-type-does-not-count';
const revoke = 'who-invited-somebody-needs-the-kick-level-to-revoke-it';

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

const missing: readonly Fault[] = (
  [
    ['kick', 'leave', 49],
    ['kick', 'leave', 51],
    ['ban', 'ban', 49],
    ['ban', 'ban', 51],
    ['invite', 'invite', 50],
  ] as const
).map(([name, to, level]) => [
  `without-a-level-to-${name}-takes-${level}`,
  `Where power levels do not say, it takes ${level} to ${name}.`,
  defaults,
  (homeserver) => seeLevels(homeserver, to, (seen) => ({ [name]: level, ...seen })),
]);

const ofType = (room: Parameters<typeof levelOf>[0]) => {
  const { events } = stateEvent(room.state, 'm.room.power_levels')?.content ?? {};
  return isObject(events) ? events['m.room.member'] : undefined;
};

/** The membership that takes the level of its type, told by what it does. */
const hindered: readonly Fault[] = (
  [
    ['joining', own('join'), 'never'],
    ['changing-a-profile', own('join'), 'join'],
    ['leaving', own('leave'), 'join'],
  ] as const
).map(([what, isOne, is]) => [
  `${what}-takes-the-level-of-the-event-type`,
  `What m.room.member takes as a type, is taken for ${what.replaceAll('-', ' ')}, too.`,
  type,
  (homeserver) =>
    forbid(
      homeserver,
      (event, room) => isOne(event, room) && now(room, event.sender) === is && ofType(room) === 100,
    ),
]);

const helped: readonly Fault[] = (['invite', 'leave', 'ban'] as const).map((to) => [
  `the-level-of-the-event-type-is-enough-for-${to}`,
  `Who may send m.room.member as a type may put ${to} for others.`,
  type,
  (homeserver) =>
    permit(homeserver, (event, room) => anothers(to)(event, room) && ofType(room) === 0),
]);

/** Faults in the power that memberships take. */
export const memberPowerMutants = faults([
  ...misread,
  ...missing,
  ...hindered,
  ...helped,
  [
    'who-invited-somebody-revokes-it',
    'Who invited somebody may revoke the invite without the kick level.',
    revoke,
    (homeserver) =>
      permit(homeserver, (event, room) => {
        const member = stateEvent(room.state, 'm.room.member', event.stateKey);
        return (
          anothers('leave')(event, room) &&
          member?.content.membership === 'invite' &&
          member.sender === event.sender
        );
      }),
  ],
  [
    'who-may-invite-revokes-invites',
    'Who may invite may revoke the invites of all.',
    revoke,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          anothers('leave')(event, room) &&
          now(room, event.stateKey) === 'invite' &&
          levelOf(room, 'invite') <= powerOf(room, event.sender),
      ),
  ],
]);
