import type { Session } from '../../accounts/account.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { requestUnderWay } from './request-under-way.ts';

const nobodyElse = killedBy('room_state', 'a-service-sets-state-as-nobody-but-its-users');

/** Reads otherwise for whom a service speaks that may not speak for the one whom it names. */
function readStranger(
  homeserver: Homeserver,
  read: (named: string, session: Session) => Session | undefined,
): void {
  const { sessionOf } = homeserver;
  homeserver.sessionOf = (on, token, query) => {
    try {
      return sessionOf(on, token, query);
    } catch (error) {
      const session = on.sessions.get(token);
      const named = query.get('user_id');
      const isStranger = session?.isApplicationService === true && named !== null;
      const found = isStranger ? read(named, session) : undefined;
      if (found === undefined) throw error;
      return found;
    }
  };
}

/** Faults in which users a service may speak for. */
export const namespaceMutants: readonly Mutant[] = [
  {
    id: 'a-service-speaks-for-every-user',
    fault: 'A service speaks for each user who is registered, in its namespace or not.',
    killedBy: nobodyElse,
    mutate: (homeserver) =>
      readStranger(homeserver, (userId, session) =>
        homeserver.accounts.has(userId) ? { ...session, userId } : undefined,
      ),
  },
  ...(['setRoomStateWithKey', 'getRoomStateWithKey'] as const).map((operationId): Mutant => {
    const method = operationId.startsWith('set') ? 'PUT' : 'GET';
    return {
      id: `a-service-may-${method.toLowerCase()}-for-every-user`,
      fault: `The namespace of a service is not looked at where it asks for ${method} of an entry.`,
      killedBy: nobodyElse,
      mutate: (homeserver) => {
        const request = requestUnderWay(homeserver);
        readStranger(homeserver, (userId, session) =>
          homeserver.accounts.has(userId) && request.operationId === operationId
            ? { ...session, userId }
            : undefined,
        );
      },
    };
  }),
  {
    id: 'a-service-that-names-nobody-it-has-speaks-for-itself',
    fault: 'A service that names a user who is not registered speaks for itself.',
    killedBy: nobodyElse,
    mutate: (homeserver) =>
      readStranger(homeserver, (named, session) =>
        homeserver.accounts.has(named) ? undefined : session,
      ),
  },
  {
    id: 'a-service-that-names-no-user-id-speaks-for-itself',
    fault: 'A service that names what is no user id speaks for itself.',
    killedBy: nobodyElse,
    mutate: (homeserver) =>
      readStranger(homeserver, (named, session) => (named.startsWith('@') ? undefined : session)),
  },
  {
    id: 'a-service-that-names-a-stranger-speaks-for-itself',
    fault: 'A service that names a user of no namespace of its own speaks for itself.',
    killedBy: nobodyElse,
    mutate: (homeserver) =>
      readStranger(homeserver, (named, session) =>
        homeserver.accounts.has(named) ? session : undefined,
      ),
  },
  {
    id: 'a-service-that-names-a-stranger-breaks-the-homeserver',
    fault: 'A service that names a user of no namespace of its own is answered with 500.',
    killedBy: nobodyElse,
    mutate: (homeserver) =>
      readStranger(homeserver, () => {
        throw new MatrixError(500, 'M_UNKNOWN', 'Internal server error');
      }),
  },
];
