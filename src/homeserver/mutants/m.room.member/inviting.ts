import { isObject } from '../../events/json.ts';
import { changeReply } from '../change-reply.ts';
import { changePut, without } from './change-put.ts';
import { type Fault, faults } from './faults.ts';
import { follow, putMembers } from './follow.ts';
import { forbid } from './forbid.ts';
import { anothers, before, isCreator, now, own } from './past.ts';
import { permit } from './permit.ts';
import { syncAs } from './sync-as.ts';
import { tellMembers } from './tell-members.ts';

const invites = 'a-member-invites-by-a-put';
const invite = anothers('invite');
const direct = ({ content }: { readonly content: { readonly is_direct?: unknown } }) =>
  content.is_direct === true;

/** Who invites whom, who is in the room already. */
const present: readonly Fault[] = [true, false].flatMap((byCreator) =>
  [true, false].map((self): Fault => {
    const who = byCreator ? 'a-creator' : 'a-member';
    return [
      `${who}-invites-${self ? 'themselves' : 'who-is-there'}`,
      `${byCreator ? 'A creator' : 'A member'} may invite ${self ? 'themselves' : 'a joined member'}.`,
      'who-is-in-the-room-cannot-be-invited',
      (homeserver) =>
        permit(
          homeserver,
          (event, room) =>
            (self ? own('invite') : invite)(event, room) &&
            isCreator(room, event.sender) === byCreator &&
            now(room, event.sender) === 'join' &&
            now(room, event.stateKey) === 'join',
        ),
    ];
  }),
);

/** Who invites without being in the room. */
const outsiders: readonly Fault[] = (
  [
    ['never-came-invites-another', 'never', false],
    ['never-came-invites-themselves', 'never', true],
    ['left-invites-another', 'leave', false],
    ['left-invites-themselves', 'leave', true],
    ['is-invited-invites-another', 'invite', false],
  ] as const
).map(([what, is, self]) => [
  `who-${what}`,
  `Who ${what.replaceAll('-', ' ').replace(' invites', ', invites')}.`,
  'who-is-not-in-the-room-invites-nobody',
  (homeserver) =>
    permit(
      homeserver,
      (event, room) =>
        (self ? own('invite') : invite)(event, room) &&
        now(room, event.sender) === is &&
        !isCreator(room, event.sender),
    ),
]);

/** Faults in inviting. */
export const invitingMutants = faults([
  [
    'a-member-without-power-invites-by-post-alone',
    'A member may not give an invite a reason.',
    invites,
    (homeserver) => forbid(homeserver, (event, room) => invite(event, room) && direct(event)),
  ],
  [
    'an-invite-does-not-say-who-invites',
    'An invite in sync does not hold the membership itself.',
    invites,
    (homeserver) =>
      changeReply(homeserver, 'sync', (reply) => {
        const { rooms } = isObject(reply.body) ? reply.body : {};
        const invited = isObject(rooms) && isObject(rooms.invite) ? rooms.invite : {};
        for (const one of Object.values(invited)) {
          const state = isObject(one) ? one.invite_state : undefined;
          if (!isObject(state) || !Array.isArray(state.events)) continue;
          Object.assign(state, {
            events: state.events.filter(({ type }) => type !== 'm.room.member'),
          });
        }
        return reply;
      }),
  ],
  [
    'an-invite-is-not-synced',
    'An invite of a member who is no creator is missing from the sync of who is invited.',
    invites,
    (homeserver) => {
      const put = putMembers(homeserver);
      syncAs(
        homeserver,
        (event) => put.has(event) && direct(event) && event.content.membership === 'invite',
        undefined,
      );
    },
  ],
  [
    'an-invite-is-no-direct-one',
    'An invite is stored without its is_direct.',
    invites,
    (homeserver) => changePut(homeserver, invite, without('is_direct')),
  ],
  [
    'an-invite-loses-its-reason',
    'An invite is stored without its reason.',
    invites,
    (homeserver) =>
      changePut(
        homeserver,
        (event, room) => invite(event, room) && direct(event),
        without('reason'),
      ),
  ],
  [
    'an-invite-is-listed-as-a-join',
    'The list of members tells who is invited directly as joined.',
    invites,
    (homeserver) =>
      tellMembers(homeserver, direct, (told) => ({ ...told, content: { membership: 'join' } })),
  ],
  [
    'an-invite-is-listed-as-ones-own',
    'The list of members tells who is invited as having invited themselves.',
    invites,
    (homeserver) =>
      tellMembers(homeserver, direct, (told) => ({ ...told, sender: told.state_key })),
  ],
  [
    'who-is-invited-directly-is-joined',
    'Who is invited directly is joined at once.',
    invites,
    (homeserver) =>
      follow(homeserver, (event) => {
        if (direct(event)) event.content = { ...event.content, membership: 'join' };
      }),
  ],
  [
    'an-invite-is-no-invite-by-another',
    'Who is invited directly cannot be invited by another member as well.',
    invites,
    (homeserver) =>
      forbid(homeserver, (event, room) => {
        const member = room.events.findLast(({ stateKey }) => stateKey === event.stateKey);
        return invite(event, room) && member !== undefined && direct(member);
      }),
  ],
  ...present,
  [
    'a-creator-invites-who-is-banned',
    'A creator may invite who is banned.',
    'who-is-banned-cannot-be-invited',
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          invite(event, room) &&
          isCreator(room, event.sender) &&
          now(room, event.stateKey) === 'ban' &&
          event.content.third_party_invite === undefined,
      ),
  ],
  [
    'who-was-banned-is-not-invited-again',
    'Who was banned cannot be invited once they are unbanned.',
    [
      'who-is-banned-cannot-be-invited',
      'an-unban-lets-the-user-back-in',
      'the-key-of-a-membership-is-a-user-id',
    ],
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) => invite(event, room) && before(room, event.stateKey) === 'ban',
      ),
  ],
  [
    'who-was-banned-unseen-is-not-invited-again',
    'Who was banned without ever being in the room cannot be invited once they are unbanned.',
    ['who-is-banned-cannot-be-invited', 'the-key-of-a-membership-is-a-user-id'],
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          invite(event, room) &&
          before(room, event.stateKey) === 'ban' &&
          !room.events.some(
            ({ stateKey, content }) => stateKey === event.stateKey && content.membership === 'join',
          ),
      ),
  ],
  ...outsiders,
]);
