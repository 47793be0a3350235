import type { Homeserver } from '../../homeserver.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { joinRuleOf } from '../../rules/membership-rules.ts';
import { powerOf } from '../../rules/power.ts';
import { type Fault, faults } from './faults.ts';
import { forbid } from './forbid.ts';
import { isCreator, now } from './now.ts';
import { anothers, own } from './own.ts';
import { permit } from './permit.ts';

const invite = anothers('invite');
const rank = 'who-has-as-much-power-is-neither-kicked-nor-banned';
const outside = 'who-knocks-is-not-in-the-room';

const banKeys: readonly Fault[] = (
  [
    ['a-sigil-alone', (given) => given === '@'],
    ['a-name-without-a-server', (given) => /^@[^:]+$/.test(given)],
    ['a-user-id-without-its-sigil', (given) => /^[^@#].*:/.test(given)],
  ] as readonly [string, (given: string) => boolean][]
).map(([what, isOne]) => [
  `${what}-is-banned`,
  `The state key of a ban may be ${what.replaceAll('-', ' ')}.`,
  'the-key-of-a-membership-is-a-user-id',
  (homeserver) =>
    permit(
      homeserver,
      ({ stateKey = '', content }) => content.membership === 'ban' && isOne(stateKey),
    ),
]);

/** Takes the knocks of whom something went on with before. */
function refuseKnocks(homeserver: Homeserver, isRefused: (was: readonly unknown[]) => boolean) {
  forbid(homeserver, (event, room) => {
    const own = room.events.filter(({ stateKey }) => stateKey === event.sender);
    return (
      event.content.membership === 'knock' &&
      isRefused(own.map(({ content }) => content.membership))
    );
  });
}

/** Faults in memberships of those who have a past in the room. */
export const laterMutants = faults([
  ...banKeys,
  [
    'a-room-stays-open-to-who-was-there',
    'Who was in a public room joins it when it is for the invited now.',
    'a-public-room-is-joined-by-a-put',
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          own('join')(event, room) &&
          now(room, event.sender) === 'leave' &&
          stateEvent(room.state, 'm.room.join_rules')?.replaced?.content.join_rule === 'public',
      ),
  ],
  [
    'a-creator-puts-join-for-who-is-banned',
    'A creator may put join for a user who is banned.',
    'nobody-joins-for-another',
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          anothers('join')(event, room) &&
          isCreator(room, event.sender) &&
          now(room, event.stateKey) === 'ban',
      ),
  ],
  [
    'who-is-banned-invites-another',
    'Who is banned may invite others.',
    'who-is-not-in-the-room-invites-nobody',
    (homeserver) =>
      permit(homeserver, (event, room) => invite(event, room) && now(room, event.sender) === 'ban'),
  ],
  [
    'a-moderator-revokes-the-invite-of-who-has-as-much-power',
    'The invite of who has as much power or more may be revoked.',
    rank,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          anothers('leave')(event, room) &&
          now(room, event.stateKey) === 'invite' &&
          powerOf(room, event.sender) === 50 &&
          powerOf(room, event.stateKey ?? '') >= 50,
      ),
  ],
  [
    'who-has-risen-is-kicked',
    'Who got as much power as a moderator is kicked by them as before.',
    rank,
    (homeserver) =>
      permit(
        homeserver,
        ({ content, sender, stateKey }, room) =>
          content.reason === 'Has risen' && powerOf(room, sender) === powerOf(room, stateKey ?? ''),
      ),
  ],
  [
    'knocks-are-known-in-version-3',
    'A knock is taken in rooms of version 3 whose join rule is knock.',
    'a-knock-is-unknown-before-version-7',
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          own('knock')(event, room) && room.version === '3' && joinRuleOf(room) === 'knock',
      ),
  ],
  [
    'a-knock-is-not-taken-back-in-version-9',
    'A knock cannot be taken back in rooms of version 9.',
    'a-knock-is-taken-retracted-denied-and-accepted',
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          own('leave')(event, room) && now(room, event.sender) === 'knock' && room.version === '9',
      ),
  ],
  [
    'who-was-in-the-room-does-not-knock',
    'Who was in a room once cannot knock.',
    outside,
    (homeserver) =>
      refuseKnocks(homeserver, (was) => was.at(-1) === 'leave' && was.includes('join')),
  ],
  [
    'who-knocks-does-not-knock-again',
    'Who knocks cannot knock once more for another reason.',
    outside,
    (homeserver) => refuseKnocks(homeserver, (was) => was.at(-1) === 'knock'),
  ],
]);
