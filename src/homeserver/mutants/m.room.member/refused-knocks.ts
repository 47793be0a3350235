import { joinRuleOf } from '../../rules/membership-rules.ts';
import { breakOn } from './break-on.ts';
import { type Fault, faults } from './faults.ts';
import { isCreator, now } from './now.ts';
import { anothers, own } from './own.ts';
import { permit } from './permit.ts';

const none = 'a-room-that-takes-no-knocks-refuses-them';
const early = 'a-knock-is-unknown-before-version-7';
const knock = own('knock');

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

/** Faults in who is kept from knocking. */
export const refusedKnockMutants = faults([
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
