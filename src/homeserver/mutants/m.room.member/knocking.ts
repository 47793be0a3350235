import { joinRuleOf } from '../../rules/membership-rules.ts';
import { changePut, without } from './change-put.ts';
import { type Fault, faults } from './faults.ts';
import { follow } from './follow.ts';
import { forbid } from './forbid.ts';
import { letWrite } from './let-write.ts';
import { now } from './now.ts';
import { anothers, own } from './own.ts';
import { permit } from './permit.ts';
import { tellMembers } from './tell-members.ts';

const taken = 'a-knock-is-taken-retracted-denied-and-accepted';
const outside = 'who-knocks-is-not-in-the-room';
const answered = 'a-knock-is-answered-by-who-has-the-power';
const knock = own('knock');

const perVersion: readonly Fault[] = ([7, 8, 9] as const).map((version) => [
  `version-${version}-takes-no-knocks`,
  `Nobody knocks in rooms of version ${version}.`,
  version === 7
    ? [taken, 'knock-restricted-takes-no-knocks-before-version-10']
    : [taken, 'knock-restricted-takes-no-knocks-before-version-10'],
  (homeserver) =>
    forbid(homeserver, (event, room) => knock(event, room) && room.version === `${version}`),
]);

const unpowered: readonly Fault[] = (['invite', 'leave', 'ban'] as const).map((to) => [
  `any-member-answers-a-knock-with-${to}`,
  `Any member may put ${to} for who knocks.`,
  answered,
  (homeserver) =>
    permit(
      homeserver,
      (event, room) => anothers(to)(event, room) && now(room, event.stateKey) === 'knock',
    ),
]);

/** Faults in knocking. */
export const knockingMutants = faults([
  ...perVersion,
  [
    'knock-restricted-takes-no-knocks',
    'Nobody knocks where the join rule is knock_restricted.',
    taken,
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) => knock(event, room) && joinRuleOf(room) === 'knock_restricted',
      ),
  ],
  [
    'a-knock-is-not-taken-back',
    'Who knocks cannot take it back by a PUT.',
    taken,
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) => own('leave')(event, room) && now(room, event.sender) === 'knock',
      ),
  ],
  [
    'a-knock-is-not-denied',
    'A creator cannot deny a knock by a PUT in the room versions before 10.',
    taken,
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          anothers('leave')(event, room) &&
          now(room, event.stateKey) === 'knock' &&
          Number(room.version) < 10,
      ),
  ],
  [
    'a-knock-is-not-accepted',
    'A creator cannot accept a knock by a PUT in the room versions before 10.',
    taken,
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          anothers('invite')(event, room) &&
          now(room, event.stateKey) === 'knock' &&
          Number(room.version) < 10,
      ),
  ],
  [
    'a-knock-loses-its-reason',
    'A knock is stored without its reason.',
    taken,
    (homeserver) => changePut(homeserver, knock, without('reason')),
  ],
  [
    'a-knock-with-a-reason-is-an-invite',
    'A knock with a reason is stored as an invite.',
    taken,
    (homeserver) =>
      follow(homeserver, (event) => {
        if (event.content.membership !== 'knock' || event.content.reason === undefined) return;
        event.content = { ...event.content, membership: 'invite' };
      }),
  ],
  [
    'who-knocks-joins',
    'Who knocks may join without waiting.',
    outside,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) => own('join')(event, room) && now(room, event.sender) === 'knock',
      ),
  ],
  [
    'who-knocks-writes',
    'Who knocks may write into the room.',
    outside,
    (homeserver) => letWrite(homeserver, ({ content }) => content.membership === 'knock', true),
  ],
  [
    'who-knocks-is-listed-as-invited',
    'The list of members tells who knocks as invited.',
    outside,
    (homeserver) =>
      tellMembers(
        homeserver,
        ({ content }) => content.membership === 'knock',
        (told) => ({ ...told, content: { membership: 'invite' } }),
      ),
  ],
  [
    'who-knocked-is-banned-by-an-invite',
    'Who accepts a knock bans who knocked.',
    outside,
    (homeserver) =>
      follow(homeserver, (event, room) => {
        const isAccepted = event.replaced?.content.membership === 'knock';
        if (event.content.membership !== 'invite' || !isAccepted) return;
        if (room.events.some(({ content }) => content.invite === 50)) return;
        event.content = { membership: 'ban' };
      }),
  ],
  ...unpowered,
]);
