import { blocksInvites } from '../../accounts/invite-permission.ts';
import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { joinRuleOf } from '../../rules/membership-rules.ts';
import { changeCall } from '../change-call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { faults } from './faults.ts';
import { syncAs } from './sync-as.ts';

const blocked = 'who-takes-no-invites-is-not-invited';
const synced = 'invites-from-before-they-were-blocked-are-not-synced';

/** Faults in invites of users who take none. */
export const blockedInviteMutants = faults([
  [
    'nobody-blocks-invites',
    'Who takes no invites is invited all the same.',
    blocked,
    ({ checks }) => {
      checks.invitePermission = () => {};
    },
  ],
  [
    'invites-are-blocked-from-public-rooms-alone',
    'Who takes no invites is invited to rooms that are not public.',
    blocked,
    ({ checks, rooms }) => {
      const { invitePermission } = checks;
      checks.invitePermission = (draft) => {
        const last = [...rooms.values()].at(-1);
        if (last === undefined || joinRuleOf(last) === 'public') invitePermission(draft);
      };
    },
  ],
  [
    'a-blocked-invite-is-forbidden',
    'The invite of who takes none is refused with M_FORBIDDEN.',
    blocked,
    (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', (error) =>
        error.errcode === 'M_INVITE_BLOCKED'
          ? new MatrixError(403, 'M_FORBIDDEN', error.message)
          : undefined,
      ),
  ],
  [
    'a-blocked-invite-is-a-bad-request',
    'The invite of who takes none is refused with the status 400.',
    blocked,
    (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', (error) =>
        error.errcode === 'M_INVITE_BLOCKED'
          ? new MatrixError(400, error.errcode, error.message)
          : undefined,
      ),
  ],
  [
    'who-blocked-invites-blocks-them-for-ever',
    'An empty m.invite_permission_config does not end what the one before began.',
    blocked,
    (homeserver) =>
      changeCall(homeserver, 'setAccountData', ({ params, body }) =>
        params.type === 'm.invite_permission_config' && Object.keys(body).length === 0
          ? { body: { default_action: 'block' } }
          : {},
      ),
  ],
  [
    'any-action-blocks-invites',
    'A default_action that is not known blocks invites.',
    blocked,
    (homeserver) =>
      changeCall(homeserver, 'setAccountData', ({ params, body }) =>
        params.type === 'm.invite_permission_config' && typeof body.default_action === 'string'
          ? { body: { default_action: 'block' } }
          : {},
      ),
  ],
  [
    'blocking-invites-is-no-account-data',
    'An m.invite_permission_config is refused.',
    [blocked, synced],
    (homeserver) =>
      changeCall(homeserver, 'setAccountData', ({ params }) => {
        if (params.type !== 'm.invite_permission_config') return {};
        throw new MatrixError(405, 'M_BAD_JSON', 'This is not set here');
      }),
  ],
  [
    'a-blocked-invite-is-synced',
    'An invite is in the sync of who takes none.',
    synced,
    (homeserver) =>
      syncAs(
        homeserver,
        ({ content, stateKey = '' }) =>
          content.membership === 'invite' && blocksInvites(homeserver, stateKey),
        'invite',
      ),
  ],
  [
    'a-blocked-invite-is-taken-back',
    'The invites of who begins to take none are rejected.',
    synced,
    ({ state, ...homeserver }) => {
      const { read } = state;
      state.read = (current, type, stateKey) => {
        const event = read(current, type, stateKey);
        if (type !== 'm.room.member' || !isObject(event?.content)) return event;
        const isBlocked =
          event.content.membership === 'invite' &&
          homeserver.accountData.get(stateKey) !== undefined;
        return isBlocked ? { ...event, content: { membership: 'leave' } } : event;
      };
    },
  ],
]);
