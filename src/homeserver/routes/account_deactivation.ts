import { authenticateUser } from '../accounts/interactive-auth.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';

/** `POST /account/deactivate` (client-server-api/#post_matrixclientv3accountdeactivate). */
export const accountDeactivationRoutes = (): readonly Route[] => [
  {
    operationId: 'deactivateAccount',
    method: 'POST',
    paths: [`${clientApi}/account/deactivate`],
    access: 'token',
    body: 'required',
    handle: deactivate,
  },
];

function deactivate(call: Call, homeserver: Homeserver): Reply {
  const { accounts, sessions } = homeserver;
  const account = accounts.get(call.sender);
  if (account === undefined) throw new MatrixError(403, 'M_FORBIDDEN', 'There is no such account');
  const challenge = authenticateUser(homeserver, call.body.auth, account);
  if (challenge !== undefined) return challenge;
  accounts.set(account.userId, { ...account, password: undefined, isDeactivated: true });
  for (const [token, { userId }] of sessions) if (userId === account.userId) sessions.delete(token);
  return ok({ id_server_unbind_result: 'success' });
}
