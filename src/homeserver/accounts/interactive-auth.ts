import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import type { Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Account } from './account.ts';

/**
 * The user-interactive authentication of a registration
 * (client-server-api/#user-interactive-authentication-api): undefined when all stages are completed,
 * the 401 with `session`, `flows`, `params` and `completed` until then. Throws 403 M_FORBIDDEN
 * where nobody may register.
 */
export function authenticateRegistration(homeserver: Homeserver, auth: unknown): Reply | undefined {
  const { open = true, token } = homeserver.registration;
  if (!open && token === undefined) {
    throw new MatrixError(403, 'M_FORBIDDEN', 'Registration is disabled');
  }
  const needed = ['m.login.dummy'];
  if (token !== undefined) needed.unshift('m.login.registration_token');
  return authenticate(homeserver, auth, needed, (stage) =>
    stage.type === 'm.login.registration_token' && stage.token !== token
      ? 'The registration token is not valid'
      : undefined,
  );
}

/** The same of a user who proves with the password to be that user. */
export function authenticateUser(
  homeserver: Homeserver,
  auth: unknown,
  { userId, password }: Account,
): Reply | undefined {
  return authenticate(homeserver, auth, ['m.login.password'], (stage) => {
    const named = isObject(stage.identifier) ? stage.identifier.user : undefined;
    const isUser = named === userId || userId.startsWith(`@${named}:`);
    const isRight = password !== undefined && stage.password === password;
    return isUser && isRight ? undefined : 'This is not the user, or not the password';
  });
}

/** `refuse` says what is wrong with a stage, if anything is. */
function authenticate(
  homeserver: Homeserver,
  auth: unknown,
  needed: readonly string[],
  refuse: (stage: JsonObject) => string | undefined,
): Reply | undefined {
  if (auth === undefined) return challenge(homeserver, needed, randomUUID());
  if (!isObject(auth)) throw new MatrixError(400, 'M_BAD_JSON', 'auth is not an object');
  const session = typeof auth.session === 'string' ? auth.session : '';
  const completed = homeserver.authSessions.get(session);
  if (completed === undefined) {
    return challenge(homeserver, needed, randomUUID(), 'There is no such session');
  }
  const { type } = auth;
  if (typeof type !== 'string' || !needed.includes(type)) {
    return challenge(homeserver, needed, session, 'There is no such stage');
  }
  const refusal = refuse(auth);
  if (refusal !== undefined) return challenge(homeserver, needed, session, refusal);
  completed.add(type);
  if (!needed.every((stage) => completed.has(stage))) return challenge(homeserver, needed, session);
  homeserver.authSessions.delete(session);
  return undefined;
}

function challenge(
  homeserver: Homeserver,
  stages: readonly string[],
  session: string,
  failure?: string,
): Reply {
  const completed = homeserver.authSessions.get(session) ?? new Set<string>();
  homeserver.authSessions.set(session, completed);
  const error = failure === undefined ? {} : { errcode: 'M_FORBIDDEN', error: failure };
  const flows = [{ stages }];
  return {
    status: 401,
    body: { session, flows, params: {}, completed: [...completed], ...error },
  };
}
