import { joinRuleOf } from '../../rules/membership-rules.ts';
import { type Fault, faults } from './faults.ts';
import { before, bySelf, isCreator, now } from './now.ts';
import { anothers, own } from './own.ts';
import { permit } from './permit.ts';

const join = own('join');

/** What somebody was before, who joins uninvited then, and how it is known. */
const uninvited: readonly Fault[] = (
  [
    ['never-came', 'never', true, ['memberships-change-alike-in-every-room-version']],
    ['rejected-an-invite', 'invite', true, []],
    ['had-the-invite-revoked', 'invite', false, []],
    ['left', 'join', true, []],
    ['was-kicked', 'join', false, []],
    ['was-unbanned', 'ban', false, []],
  ] as const
).map(([who, was, self, more]) => [
  `who-${who}-joins-uninvited`,
  `Who ${who.replaceAll('-', ' ')} may join a room for the invited.`,
  ['who-is-not-invited-may-not-join', ...more],
  (homeserver) =>
    permit(homeserver, (event, room) => {
      const is = now(room, event.sender);
      const fits =
        was === 'never'
          ? is === 'never'
          : is === 'leave' &&
            before(room, event.sender) === was &&
            bySelf(room, event.sender) === self &&
            !isCreator(room, event.sender);
      return join(event, room) && fits && joinRuleOf(room) === 'invite';
    }),
]);

/** What somebody was when they were banned, and in what they get round the ban. */
const banned: readonly Fault[] = (['never', 'invite', 'join'] as const).flatMap((was) =>
  (['join', 'leave'] as const).map(
    (to): Fault => [
      `who-is-banned-after-${was}-puts-${to}`,
      `A banned user, who was ${was} before, may put ${to}.`,
      'who-is-banned-may-neither-join-nor-leave',
      (homeserver) =>
        permit(
          homeserver,
          (event, room) =>
            own(to)(event, room) &&
            now(room, event.sender) === 'ban' &&
            (before(room, event.sender) === was ||
              (was === 'never' && before(room, event.sender) === 'leave')),
        ),
    ],
  ),
);

const forced: readonly Fault[] = (['never', 'invite', 'join', 'leave'] as const).map((is) => [
  `a-creator-puts-join-for-who-is-${is}`,
  `A creator may put join for a user who is ${is} in the room.`,
  'nobody-joins-for-another',
  (homeserver) =>
    permit(
      homeserver,
      (event, room) =>
        anothers('join')(event, room) &&
        isCreator(room, event.sender) &&
        now(room, event.stateKey) === is,
    ),
]);

/** Faults in who may join. */
export const forbiddenJoinMutants = faults([
  ...uninvited,
  [
    'a-creator-comes-back-uninvited',
    'The creator of a room, having left it, may join it again without an invite.',
    'who-is-not-invited-may-not-join',
    (homeserver) =>
      permit(homeserver, (event, room) => join(event, room) && isCreator(room, event.sender)),
  ],
  ...banned,
  ...forced,
]);
