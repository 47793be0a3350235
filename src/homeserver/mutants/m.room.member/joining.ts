import { isObject } from '../../events/json.ts';
import { joinRuleOf } from '../../rules/membership-rules.ts';
import { changeReply } from '../change-reply.ts';
import { changePut, without } from './change-put.ts';
import { faults } from './faults.ts';
import { putMembers } from './follow.ts';
import { forbid } from './forbid.ts';
import { letWrite } from './let-write.ts';
import { bySelf, now } from './now.ts';
import { own } from './own.ts';
import { syncAs } from './sync-as.ts';
import { tellMembers } from './tell-members.ts';

const join = own('join');
const accepted = 'an-invite-is-accepted-by-a-put';
const open = 'a-public-room-is-joined-by-a-put';

/** Faults in what becomes of who joins. */
export const joiningMutants = faults([
  [
    'a-public-room-is-joined-by-post-alone',
    'A public room is not joined by a PUT before one was ever in it.',
    [
      open,
      'the-level-of-the-event-type-does-not-count',
      'a-join-rule-that-the-version-does-not-know-lets-nobody-in',
    ],
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          join(event, room) && now(room, event.sender) === 'never' && joinRuleOf(room) === 'public',
      ),
  ],
  [
    'who-left-does-not-come-back-by-put',
    'Who left a public room does not come back by a PUT.',
    [open, 'nobody-joins-for-another'],
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          join(event, room) &&
          now(room, event.sender) === 'leave' &&
          bySelf(room, event.sender) &&
          joinRuleOf(room) === 'public',
      ),
  ],
  [
    'who-joined-by-put-is-not-synced',
    'A room that was joined by a PUT is missing from sync.',
    open,
    (homeserver) => {
      const put = putMembers(homeserver);
      syncAs(
        homeserver,
        (event) => put.has(event) && event.content.membership === 'join',
        undefined,
      );
    },
  ],
  [
    'who-joined-a-public-room-by-put-does-not-write',
    'Who joined a public room by a PUT may not write into it.',
    open,
    (homeserver) => {
      const put = putMembers(homeserver);
      const wasInvited = (replaced: unknown) =>
        isObject(replaced) && replaced.membership === 'invite';
      letWrite(
        homeserver,
        (event) =>
          put.has(event) &&
          event.content.membership === 'join' &&
          !wasInvited(event.replaced?.content) &&
          event.replaced?.content.membership !== 'join',
        false,
      );
    },
  ],
  [
    'who-accepted-by-put-does-not-write',
    'Who accepted an invite that came with the room by a PUT may not write into it.',
    accepted,
    (homeserver) => {
      const put = putMembers(homeserver);
      letWrite(
        homeserver,
        (event) =>
          put.has(event) &&
          event.content.membership === 'join' &&
          event.replaced?.content.membership === 'invite' &&
          event.replaced !== undefined &&
          !put.has(event.replaced),
        false,
      );
    },
  ],
  [
    'who-comes-back-by-put-is-not-listed',
    'Who came back to a room by a PUT is missing from the list of members.',
    open,
    (homeserver) =>
      tellMembers(
        homeserver,
        ({ content, replaced }) =>
          content.membership === 'join' && replaced?.content.membership === 'leave',
        () => undefined,
      ),
  ],
  [
    'who-accepted-by-put-is-not-listed',
    'Who accepted an invite is listed as invited still.',
    accepted,
    (homeserver) =>
      tellMembers(
        homeserver,
        ({ content, replaced }) =>
          content.membership === 'join' && replaced?.content.membership === 'invite',
        (told, { replaced }) => ({
          ...told,
          content: { membership: 'invite' },
          sender: replaced?.sender,
        }),
      ),
  ],
  [
    'the-event-of-a-join-has-no-state-key',
    'The event of a membership is fetched without its state key.',
    open,
    (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => {
        if (!isObject(reply.body) || reply.body.type !== 'm.room.member') return reply;
        const { state_key: _, ...body } = reply.body;
        return { ...reply, body };
      }),
  ],
  [
    'a-join-loses-what-is-not-known',
    'A join by a PUT is stored without the members of its content that no specification knows.',
    open,
    (homeserver) => changePut(homeserver, join, without('org.example.before')),
  ],
]);
