import { joinRuleOf } from '../../rules/membership-rules.ts';
import { breakOn } from './break-on.ts';
import { changePut, without } from './change-put.ts';
import { type Fault, faults } from './faults.ts';
import { follow } from './follow.ts';
import { forbid } from './forbid.ts';
import { letWrite } from './let-write.ts';
import { anothers, isCreator, now, own } from './past.ts';
import { permit } from './permit.ts';
import { tellMembers } from './tell-members.ts';

const taken = 'a-knock-is-taken-retracted-denied-and-accepted';
const outside = 'who-knocks-is-not-in-the-room';
const answered = 'a-knock-is-answered-by-who-has-the-power';
const none = 'a-room-that-takes-no-knocks-refuses-them';
const early = 'a-knock-is-unknown-before-version-7';
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

const untaken: readonly Fault[] = (['public', 'invite', 'restricted', 'private'] as const).map(
  (rule) => [
    `a-${rule}-room-takes-knocks`,
    `A knock is taken where the join rule is ${rule}.`,
    none,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          knock(event, room) && joinRuleOf(room) === rule && Number(room.version) >= 7,
      ),
  ],
);

const wrongly: readonly Fault[] = (['join', 'invite', 'ban'] as const).map((is) => [
  `who-is-in-${is}-knocks`,
  `Who has the membership ${is} may knock.`,
  'who-is-in-invited-or-banned-cannot-knock',
  (homeserver) =>
    permit(homeserver, (event, room) => knock(event, room) && now(room, event.sender) === is),
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
  ...untaken,
  [
    'knock-restricted-takes-knocks-in-version-7',
    'A knock is taken by knock_restricted in rooms of version 7.',
    'knock-restricted-takes-no-knocks-before-version-10',
    (homeserver) => takeKnocks(homeserver, ['7']),
  ],
  [
    'knock-restricted-takes-knocks-before-version-10',
    'A knock is taken by knock_restricted in rooms of the versions 8 and 9.',
    'knock-restricted-takes-no-knocks-before-version-10',
    (homeserver) => takeKnocks(homeserver, ['8', '9']),
  ],
  [
    'knocks-are-known-in-version-6',
    'A knock is taken in rooms of version 6 whose join rule is knock.',
    early,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) => knock(event, room) && room.version === '6' && joinRuleOf(room) === 'knock',
      ),
  ],
  [
    'knocks-are-known-in-version-1',
    'A knock is taken in public rooms of version 1.',
    early,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          knock(event, room) && room.version === '1' && joinRuleOf(room) === 'public',
      ),
  ],
  [
    'a-knock-that-is-not-known-breaks-the-homeserver',
    'The homeserver breaks down on a knock in room versions that know none.',
    early,
    (homeserver) =>
      breakOn(homeserver, (event, room) => knock(event, room) && Number(room.version) < 7),
  ],
  ...wrongly,
  [
    'a-creator-knocks-for-another',
    'A creator may knock for another.',
    'who-is-in-invited-or-banned-cannot-knock',
    (homeserver) =>
      permit(
        homeserver,
        (event, room) => anothers('knock')(event, room) && isCreator(room, event.sender),
      ),
  ],
]);

function takeKnocks(homeserver: Parameters<typeof permit>[0], versions: readonly string[]): void {
  permit(
    homeserver,
    (event, room) =>
      knock(event, room) &&
      joinRuleOf(room) === 'knock_restricted' &&
      versions.includes(room.version),
  );
}
