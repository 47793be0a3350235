import type { RoomEvent } from '../../events/room-event.ts';
import { answerBefore } from './answer-before.ts';
import { changePut, without } from './change-put.ts';
import { type Fault, faults } from './faults.ts';
import { follow, putMembers } from './follow.ts';
import { forbid } from './forbid.ts';
import { letWrite } from './let-write.ts';
import { before, bySelf, now } from './now.ts';
import { own } from './own.ts';
import { permit } from './permit.ts';
import { syncAs } from './sync-as.ts';
import { tellMembers } from './tell-members.ts';

const leave = own('leave');
const leaves = 'a-member-leaves-by-a-put';
const rejects = 'an-invite-is-rejected-by-a-put';
const isOwnLeave = ({ content, sender, stateKey, replaced }: RoomEvent, was: string) =>
  content.membership === 'leave' && sender === stateKey && replaced?.content.membership === was;

/** Who is not in a room, and leaves it all the same. */
const absent: readonly Fault[] = (
  [
    ['never-came', (was, is) => is === 'never' && was === 'never'],
    ['was-kicked', (was, is, self) => is === 'leave' && was === 'join' && !self],
    ['was-unbanned', (was, is) => is === 'leave' && was === 'ban'],
    ['left', (was, is, self) => is === 'leave' && was === 'join' && self],
  ] as readonly [string, (was: string, is: string, self: boolean) => boolean][]
).map(([who, isOne]) => [
  `who-${who}-leaves`,
  `Who ${who.replaceAll('-', ' ')} may put leave, without being in the room.`,
  'who-is-not-in-the-room-cannot-leave-it',
  (homeserver) =>
    permit(
      homeserver,
      (event, room) =>
        leave(event, room) &&
        isOne(before(room, event.sender), now(room, event.sender), bySelf(room, event.sender)),
    ),
]);

/** Faults in leaving a room. */
export const leavingMutants = faults([
  ...absent,
  [
    'a-member-leaves-by-post-alone',
    'A member does not leave a room by a PUT with a reason.',
    [leaves, 'who-is-not-in-the-room-cannot-leave-it'],
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          leave(event, room) &&
          now(room, event.sender) === 'join' &&
          event.content.reason !== undefined,
      ),
  ],
  [
    'an-invite-is-rejected-by-post-alone',
    'An invite is not rejected by a PUT.',
    [rejects, 'who-is-not-invited-may-not-join'],
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) => leave(event, room) && now(room, event.sender) === 'invite',
      ),
  ],
  [
    'a-reason-to-leave-is-lost',
    'The reason of who leaves is not stored.',
    leaves,
    (homeserver) => changePut(homeserver, leave, without('reason')),
  ],
  [
    'who-left-by-put-writes',
    'Who left a room by a PUT may write into it.',
    leaves,
    (homeserver) => {
      const put = putMembers(homeserver);
      letWrite(homeserver, (event) => put.has(event) && isOwnLeave(event, 'join'), true);
    },
  ],
  [
    'who-leaves-has-an-event-of-before',
    'A PUT by which somebody leaves for a reason is answered with the event that it replaces.',
    leaves,
    (homeserver) =>
      answerBefore(
        homeserver,
        (event) => isOwnLeave(event, 'join') && event.content.reason === 'Tea is ready',
      ),
  ],
  [
    'who-left-is-listed-as-joined',
    'The list of members tells who left as joined.',
    leaves,
    (homeserver) =>
      tellMembers(
        homeserver,
        (event) => isOwnLeave(event, 'join'),
        (told, { replaced }) => ({ ...told, content: replaced?.content }),
      ),
  ],
  [
    'who-left-by-put-syncs-the-room',
    'A room that was left by a PUT stays in sync.',
    leaves,
    (homeserver) => {
      const put = putMembers(homeserver);
      syncAs(homeserver, (event) => put.has(event) && isOwnLeave(event, 'join'), 'join');
    },
  ],
  [
    'a-rejected-invite-is-synced',
    'An invite that was rejected by a PUT stays in sync.',
    rejects,
    (homeserver) => {
      const put = putMembers(homeserver);
      syncAs(homeserver, (event) => put.has(event) && isOwnLeave(event, 'invite'), 'invite');
    },
  ],
  [
    'a-rejected-invite-is-listed',
    'The list of members tells who rejected an invite as invited.',
    rejects,
    (homeserver) =>
      tellMembers(
        homeserver,
        (event) => isOwnLeave(event, 'invite'),
        (told, { replaced }) => ({ ...told, content: replaced?.content }),
      ),
  ],
  [
    'a-rejected-invite-stays',
    'A PUT that rejects an invite is answered, and the invite stays.',
    [rejects, 'who-is-not-invited-may-not-join'],
    (homeserver) =>
      follow(homeserver, (event) => {
        if (isOwnLeave(event, 'invite')) event.content = event.replaced?.content ?? {};
      }),
  ],
]);
