import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { endedTokens } from './ended-tokens.ts';
import { readToken } from './read-token.ts';
import { readWithEnded } from './read-with-ended.ts';
import { requestUnderWay } from './request-under-way.ts';

const deactivated = killedBy('room_state', 'the-token-of-a-deactivated-user-is-refused');
const everyDevice = killedBy('room_state', 'a-deactivated-user-is-refused-on-every-device');
const deactivation = 'deactivateAccount';

/** Refuses the tokens of deactivated users in another way. */
function refuseEnded(homeserver: Homeserver, refusal: MatrixError): void {
  const ended = endedTokens(homeserver, deactivation);
  readToken(homeserver, (header) => {
    if (!ended.has(header?.replace('Bearer ', '') ?? '')) return undefined;
    throw refusal;
  });
}

/** Faults in what becomes of the token of an account that was deactivated. */
export const lostAccountMutants: readonly Mutant[] = [
  {
    id: 'deactivation-keeps-the-token',
    fault: 'An account is deactivated, and its token goes on to work.',
    killedBy: deactivated,
    mutate: (homeserver) =>
      changeReply(homeserver, deactivation, (reply, { session }) => {
        if (session) homeserver.sessions.set(session.token, session);
        return reply;
      }),
  },
  {
    id: 'a-deactivated-user-reads-state',
    fault: 'GET of an entry takes the token of a deactivated user for that of the room’s creator.',
    killedBy: deactivated,
    mutate: (homeserver) => readWithEnded(homeserver, deactivation),
  },
  {
    id: 'a-deactivated-user-sets-state',
    fault: 'Deactivation ends a token for reading alone.',
    killedBy: deactivated,
    mutate: (homeserver) => {
      const request = requestUnderWay(homeserver);
      changeReply(homeserver, deactivation, (reply, { session }) => {
        if (session) homeserver.sessions.set(session.token, session);
        return reply;
      });
      const { locked } = homeserver.accountChecks;
      homeserver.accountChecks.locked = (account, operationId) => {
        locked(account, operationId);
        if (account.isDeactivated !== true || request.operationId === 'setRoomStateWithKey') return;
        throw new MatrixError(401, 'M_UNKNOWN_TOKEN', 'The account was deactivated');
      };
    },
  },
  {
    id: 'deactivation-ends-the-token-of-one-device',
    fault: 'Deactivation ends the token that it was sent with, and no other of the user.',
    killedBy: everyDevice,
    mutate: (homeserver) => {
      const before = [...homeserver.sessions];
      changeCall(homeserver, deactivation, () => {
        before.splice(0, before.length, ...homeserver.sessions);
        return {};
      });
      changeReply(homeserver, deactivation, (reply, { sender, session }) => {
        for (const [token, other] of before)
          if (other.userId === sender && token !== session?.token)
            homeserver.sessions.set(token, other);
        return reply;
      });
    },
  },
  {
    id: 'a-deactivated-user-is-forbidden',
    fault: 'The token of a deactivated user is refused with 403 M_FORBIDDEN.',
    killedBy: deactivated,
    mutate: (homeserver) =>
      refuseEnded(homeserver, new MatrixError(403, 'M_FORBIDDEN', 'You are not here any more')),
  },
  {
    id: 'a-deactivated-user-is-unknown',
    fault: 'The token of a deactivated user is refused with 404 M_NOT_FOUND.',
    killedBy: deactivated,
    mutate: (homeserver) =>
      refuseEnded(homeserver, new MatrixError(404, 'M_NOT_FOUND', 'There is no such user')),
  },
];
