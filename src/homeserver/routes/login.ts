import { isInNamespace } from '../accounts/is-in-namespace.ts';
import { logIn } from '../accounts/log-in.ts';
import { isObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';

const paths = [`${clientApi}/login`];

/** `GET` and `POST /login` (client-server-api/#login). */
export const loginRoutes = (): readonly Route[] => [
  {
    operationId: 'getLoginFlows',
    method: 'GET',
    paths,
    access: 'open',
    body: 'none',
    handle: (_call, homeserver) => ok({ flows: flows(homeserver).map((type) => ({ type })) }),
  },
  {
    operationId: 'login',
    method: 'POST',
    paths,
    access: 'open',
    body: 'required',
    handle: login,
  },
];

function flows(homeserver: Homeserver): readonly string[] {
  const service = homeserver.registration.applicationService;
  return service === undefined
    ? ['m.login.password']
    : ['m.login.password', 'm.login.application_service'];
}

function login(call: Call, homeserver: Homeserver): Reply {
  const { type, password, device_id: deviceId } = call.body;
  if (typeof type !== 'string' || !flows(homeserver).includes(type)) {
    throw new MatrixError(400, 'M_UNKNOWN', 'Unknown login type');
  }
  const account = homeserver.accounts.get(userIdOf(call, homeserver));
  if (type === 'm.login.application_service') {
    const session = homeserver.sessions.get(bearerToken(call.authorization));
    if (session?.isApplicationService !== true) {
      throw new MatrixError(401, 'M_UNKNOWN_TOKEN', 'This is no token of an application service');
    }
    if (account === undefined || !isInNamespace(homeserver, account.userId)) {
      throw new MatrixError(403, 'M_FORBIDDEN', 'No such user in the namespace');
    }
    return ok(logIn(homeserver, account.userId, deviceId));
  }
  if (account?.isDeactivated === true) {
    throw new MatrixError(403, 'M_USER_DEACTIVATED', 'The account was deactivated');
  }
  if (account?.password === undefined || account.password !== password) {
    throw new MatrixError(403, 'M_FORBIDDEN', 'Invalid username or password');
  }
  homeserver.accountChecks.locked(account, call.operationId);
  return ok(logIn(homeserver, account.userId, deviceId));
}

function userIdOf(call: Call, homeserver: Homeserver): string {
  const { identifier, user } = call.body;
  const name = isObject(identifier) ? identifier.user : user;
  if (typeof name !== 'string') {
    throw new MatrixError(400, 'M_MISSING_PARAM', 'identifier.user is missing');
  }
  return name.startsWith('@') ? name : `@${name.toLowerCase()}:${homeserver.name}`;
}
