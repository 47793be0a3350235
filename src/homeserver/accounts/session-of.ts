import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Session } from './account.ts';
import { isInNamespace } from './is-in-namespace.ts';

/**
 * Who a token speaks for. An application service may speak for any registered user of its
 * namespace with `?user_id=` (application-service-api/#identity-assertion); it throws
 * 403 M_FORBIDDEN for others. Throws 401 M_UNKNOWN_TOKEN.
 */
export function sessionOf(homeserver: Homeserver, token: string, query: URLSearchParams): Session {
  const session = homeserver.sessions.get(token);
  if (session === undefined) {
    const soft = { soft_logout: false };
    throw new MatrixError(401, 'M_UNKNOWN_TOKEN', 'The access token is not known', soft);
  }
  const userId = query.get('user_id');
  if (!session.isApplicationService || userId === null) return session;
  if (!homeserver.accounts.has(userId) || !isInNamespace(homeserver, userId)) {
    const message = 'The application service has not registered this user';
    throw new MatrixError(403, 'M_FORBIDDEN', message);
  }
  return { ...session, userId };
}
