import type { Session } from '../../accounts/account.ts';
import type { Homeserver } from '../../homeserver.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { needNoToken } from './need-no-token.ts';
import { requestUnderWay } from './request-under-way.ts';

const missing = killedBy('room_state', 'a-request-without-a-token-is-refused');
const loggedOut = killedBy('room_state', 'a-logged-out-token-is-refused');
const oneAlone = killedBy('room_state', 'a-logout-ends-one-login-alone');

/** Asks for no token where a room is world-readable. */
function openWorldReadable(homeserver: Homeserver, operationId: string): void {
  needNoToken(homeserver, (request) => {
    const state = homeserver.rooms.get(request.roomId)?.state;
    const visibility = state && stateEvent(state, 'm.room.history_visibility');
    const isOpen = visibility?.content.history_visibility === 'world_readable';
    return isOpen && request.operationId === operationId;
  });
}

/** Remembers for an operation who a token spoke for, after the token has ended, too. */
function rememberReaders(homeserver: Homeserver, operationId: string): void {
  const request = requestUnderWay(homeserver);
  const sound = homeserver.sessionOf;
  const known = new Map<string, Session>();
  homeserver.sessionOf = (on, token, query) => {
    const remembered = request.operationId === operationId ? known.get(token) : undefined;
    const session = remembered ?? sound(on, token, query);
    if (request.operationId === operationId) known.set(token, session);
    return session;
  };
}

/** Faults in where a token is asked for, and in which tokens end with a login. */
export const tokenLifeMutants: readonly Mutant[] = [
  {
    id: 'a-world-readable-room-asks-for-no-token',
    fault: 'The entries of a world-readable room are read without a token.',
    killedBy: missing,
    mutate: (homeserver) => openWorldReadable(homeserver, 'getRoomStateWithKey'),
  },
  {
    id: 'the-full-state-of-a-world-readable-room-asks-for-no-token',
    fault: 'The full state of a world-readable room is read without a token.',
    killedBy: missing,
    mutate: (homeserver) => openWorldReadable(homeserver, 'getRoomState'),
  },
  ...(['getRoomStateWithKey', 'getRoomState'] as const).map(
    (operationId): Mutant => ({
      id: `a-token-that-has-read-goes-on-to-${operationId === 'getRoomState' ? 'read-all' : 'read'}`,
      fault: `A token with which ${operationId} was called once is remembered for it after the logout.`,
      killedBy: loggedOut,
      mutate: (homeserver) => rememberReaders(homeserver, operationId),
    }),
  ),
  {
    id: 'a-logout-ends-every-login',
    fault: 'A logout ends all tokens of the user, who is not locked.',
    killedBy: oneAlone,
    mutate: (homeserver) =>
      changeReply(homeserver, 'logout', (reply, { sender }) => {
        if (homeserver.accounts.get(sender)?.isLocked === true) return reply;
        for (const [token, { userId }] of homeserver.sessions)
          if (userId === sender) homeserver.sessions.delete(token);
        return reply;
      }),
  },
  {
    id: 'a-logout-ends-the-first-login',
    fault: 'A logout ends the oldest token of the user, whichever it was sent with.',
    killedBy: [...oneAlone, ...killedBy('room_state', 'a-locked-user-may-log-out')],
    mutate: (homeserver) => {
      const { sessions } = homeserver;
      changeReply(homeserver, 'logout', (reply, { sender, session }) => {
        const oldest = [...sessions.values()].find(({ userId }) => userId === sender);
        if (oldest === undefined || session === undefined) return reply;
        sessions.set(session.token, session);
        sessions.delete(oldest.token);
        return reply;
      });
    },
  },
];
