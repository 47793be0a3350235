import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { membershipIn, type Room } from '../../rooms/room.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { sparePower } from './spare-power.ts';

const locked = killedBy('room_state', 'a-locked-user-is-refused');
const logsOut = killedBy('room_state', 'a-locked-user-may-log-out');
const guestSets = killedBy('room_state', 'a-guest-may-set-state');
const noRights = killedBy(
  'room_state',
  'an-administrator-of-the-homeserver-has-no-rights-in-a-room',
);
const everyDevice = killedBy('room_state', 'a-deactivated-user-is-refused-on-every-device');

/** Lets some users have another's user id as the key. */
function lendKeys(homeserver: Homeserver, isMeant: (userId: string) => boolean): void {
  const { stateKeyIsOwn } = homeserver.rules;
  homeserver.rules.stateKeyIsOwn = (event, room) =>
    isMeant(event.sender) ? undefined : stateKeyIsOwn(event, room);
}

/** What a user was in a room until now, the first first. */
function story({ events }: Room, userId: string): string {
  const own = events.filter(
    ({ type, stateKey }) => type === 'm.room.member' && stateKey === userId,
  );
  return own
    .map(({ content, sender }) => `${content.membership}${sender === userId ? '' : '!'}`)
    .join(' ');
}

/** Ways to be no member, each as the end of a story; with ! what another user did. */
const ways = [
  ['was-kicked', /join leave!$/, 'left'],
  ['declined', /^invite! leave$/, 'left'],
  ['was-unbanned', /ban! leave!$/, 'left'],
  ['was-banned-from-outside', /^ban!$/, 'is-banned'],
  ['is-invited-again', /join leave invite!$/, 'is-only-invited'],
] as const;

/** Faults in what some accounts may, where others of their kind are treated well. */
export const narrowAccountMutants: readonly Mutant[] = [
  ...(['getRoomState', 'getTokenOwner', 'sync'] as const).map(
    (open): Mutant => ({
      id: `a-locked-user-may-still-call-${open.toLowerCase()}`,
      fault: `A locked account is still taken for ${open}.`,
      killedBy: locked,
      mutate: ({ accountChecks }) => {
        const { locked: sound } = accountChecks;
        accountChecks.locked = (account, operationId) => {
          if (operationId !== open) sound(account, operationId);
        };
      },
    }),
  ),
  ...(['logout', 'logout_all'] as const).map(
    (closed): Mutant => ({
      id: `a-lock-closes-${closed.replace('_', '-')}`,
      fault: `A locked account may not call ${closed}.`,
      killedBy: logsOut,
      mutate: ({ accountChecks }) => {
        const { locked: sound } = accountChecks;
        accountChecks.locked = (account, operationId) => {
          const soft = { soft_logout: true };
          if (account.isLocked === true && operationId === closed)
            throw new MatrixError(401, 'M_USER_LOCKED', 'The account is locked', soft);
          sound(account, operationId);
        };
      },
    }),
  ),
  {
    id: 'deactivation-leaves-the-full-state-to-other-devices',
    fault: 'After a deactivation the tokens of other devices still read the full state.',
    killedBy: everyDevice,
    mutate: (homeserver) => {
      const known = new Map<string, string>();
      const sound = homeserver.sessionOf;
      let isAll = false;
      const { limit } = homeserver;
      homeserver.limit = (operationId) => {
        isAll = operationId === 'getRoomState';
        limit(operationId);
      };
      homeserver.sessionOf = (on, token, query) => {
        const userId = known.get(token);
        if (isAll && userId !== undefined && on.accounts.get(userId)?.isDeactivated === true)
          return { token, userId, deviceId: undefined, isApplicationService: false };
        const session = sound(on, token, query);
        known.set(token, session.userId);
        return session;
      };
      changeReply(homeserver, 'deactivateAccount', (reply, { session }) => {
        known.delete(session?.token ?? '');
        return reply;
      });
    },
  },
  {
    id: 'a-guest-has-the-names-of-others',
    fault: 'A guest may use the user id of another as the key.',
    killedBy: guestSets,
    mutate: (homeserver) =>
      lendKeys(homeserver, (userId) => homeserver.accounts.get(userId)?.isGuest === true),
  },
  {
    id: 'a-guest-needs-no-power',
    fault: 'The power of a guest is not looked at.',
    killedBy: guestSets,
    mutate: (homeserver) =>
      sparePower(homeserver, ({ sender }) => homeserver.accounts.get(sender)?.isGuest === true),
  },
  {
    id: 'an-administrator-has-the-names-of-others',
    fault: 'An administrator of the homeserver may use the user id of another as the key.',
    killedBy: noRights,
    mutate: (homeserver) =>
      lendKeys(homeserver, (userId) => homeserver.accounts.get(userId)?.isAdministrator === true),
  },
  ...ways.map(
    ([who, end, standing]): Mutant => ({
      id: `who-${who}-sets-state`,
      fault: `Who ${who.replaceAll('-', ' ')} may set state like a member.`,
      killedBy: killedBy('room_state', `who-${standing}-may-not-set-state`),
      mutate: ({ rules }) => {
        const { senderIsJoined } = rules;
        rules.senderIsJoined = (event, room) =>
          membershipIn(room.state, event.sender) !== 'join' && end.test(story(room, event.sender))
            ? undefined
            : senderIsJoined(event, room);
      },
    }),
  ),
];
