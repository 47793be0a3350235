import { createAccount, freeUserId } from '../accounts/create-account.ts';
import { authenticateRegistration } from '../accounts/interactive-auth.ts';
import { isInNamespace } from '../accounts/is-in-namespace.ts';
import { logIn } from '../accounts/log-in.ts';
import type { Homeserver } from '../homeserver.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';

/** `POST /register` (client-server-api/#post_matrixclientv3register). */
export const registrationRoutes = (): readonly Route[] => [
  {
    operationId: 'register',
    method: 'POST',
    paths: [`${clientApi}/register`],
    access: 'open',
    body: 'required',
    handle: register,
  },
];

function register(call: Call, homeserver: Homeserver): Reply {
  const { type, username, password, auth } = call.body;
  if (call.query.get('kind') === 'guest') {
    return registerGuest(homeserver);
  }
  if (type === 'm.login.application_service') return registerForService(call, homeserver);
  const userId = freeUserId(homeserver, username);
  const challenge = authenticateRegistration(homeserver, auth);
  if (challenge !== undefined) return challenge;
  if (typeof password !== 'string') {
    throw new MatrixError(400, 'M_MISSING_PARAM', 'password is missing');
  }
  return registered(call, homeserver, userId, password);
}

/** Whatever else the body says is ignored (client-server-api/#guest-access). */
function registerGuest(homeserver: Homeserver): Reply {
  if (homeserver.registration.guests !== true) {
    throw new MatrixError(403, 'M_FORBIDDEN', 'There are no guests here');
  }
  const userId = freeUserId(homeserver, undefined);
  homeserver.accounts.set(userId, { userId, password: undefined, isGuest: true });
  return ok(logIn(homeserver, userId));
}

function registerForService(call: Call, homeserver: Homeserver): Reply {
  const session = homeserver.sessions.get(bearerToken(call.authorization));
  if (session?.isApplicationService !== true) {
    throw new MatrixError(401, 'M_UNKNOWN_TOKEN', 'This is no token of an application service');
  }
  const { username } = call.body;
  if (username === undefined) {
    throw new MatrixError(400, 'M_MISSING_PARAM', 'username is missing');
  }
  const userId = freeUserId(homeserver, username);
  if (!isInNamespace(homeserver, userId)) {
    throw new MatrixError(400, 'M_EXCLUSIVE', `${userId} is outside the namespace`);
  }
  return registered(call, homeserver, userId);
}

function registered(call: Call, homeserver: Homeserver, userId: string, password?: string): Reply {
  createAccount(homeserver, userId, password);
  if (call.body.inhibit_login === true) {
    return ok({ user_id: userId, home_server: homeserver.name });
  }
  return ok(logIn(homeserver, userId, call.body.device_id));
}
