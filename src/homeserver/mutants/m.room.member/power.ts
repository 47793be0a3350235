import { isObject } from '../../events/json.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { levelOf, powerOf } from '../../rules/power.ts';
import { type Fault, faults } from './faults.ts';
import { forbid } from './forbid.ts';
import { now } from './now.ts';
import { anothers, own } from './own.ts';
import { permit } from './permit.ts';

const type = 'the-level-of-the-event-type-does-not-count';
const revoke = 'who-invited-somebody-needs-the-kick-level-to-revoke-it';

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
