import { isObject } from '../../events/json.ts';
import { changeReply } from '../change-reply.ts';
import { changePut, without } from './change-put.ts';
import { faults } from './faults.ts';
import { follow, putMembers } from './follow.ts';
import { forbid } from './forbid.ts';
import { anothers } from './own.ts';
import { syncAs } from './sync-as.ts';
import { tellMembers } from './tell-members.ts';

const invites = 'a-member-invites-by-a-put';
const invite = anothers('invite');
const direct = ({ content }: { readonly content: { readonly is_direct?: unknown } }) =>
  content.is_direct === true;

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
]);
