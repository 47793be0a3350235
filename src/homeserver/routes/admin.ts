import type { Account } from '../accounts/account.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Route } from '../http/route.ts';

/** What an administrator can do to an account: how it is called in a path, a body and here. */
const moderations = [
  { noun: 'Lock', path: 'lock', member: 'locked', property: 'isLocked' },
  { noun: 'Suspend', path: 'suspend', member: 'suspended', property: 'isSuspended' },
] as const;

/** `GET` and `PUT /v1/admin/{lock,suspend}/{userId}` (client-server-api/#server-administration). */
export const adminRoutes = (): readonly Route[] =>
  moderations.flatMap(({ noun, path, member, property }): readonly Route[] => {
    const paths = [`/_matrix/client/v1/admin/${path}/{userId}`];
    return [
      {
        operationId: `getAdmin${noun}User`,
        method: 'GET',
        paths,
        access: 'token',
        body: 'none',
        handle: (call, homeserver): Reply => {
          const account = targetOf(call, homeserver);
          return ok({ [member]: account[property] === true });
        },
      },
      {
        operationId: `setAdmin${noun}User`,
        method: 'PUT',
        paths,
        access: 'token',
        body: 'required',
        handle: (call, homeserver): Reply => {
          const account = targetOf(call, homeserver);
          const wanted = call.body[member];
          if (account.userId === call.sender) throw forbidden(`You would be ${member} yourself`);
          if (typeof wanted !== 'boolean') {
            throw new MatrixError(400, 'M_BAD_JSON', `${member} is neither true nor false`);
          }
          homeserver.accounts.set(account.userId, { ...account, [property]: wanted });
          return ok({ [member]: wanted });
        },
      },
    ];
  });

/** Whether the caller may is checked first: others shall not learn which accounts there are. */
function targetOf(call: Call, { accounts, name }: Homeserver): Account {
  const { userId = '' } = call.params;
  const isAdministrator = accounts.get(call.sender)?.isAdministrator === true;
  if (!isAdministrator) throw forbidden('You are no administrator');
  if (!userId.startsWith('@') || !userId.endsWith(`:${name}`)) {
    throw new MatrixError(400, 'M_INVALID_PARAM', 'This is no user of this homeserver');
  }
  const account = accounts.get(userId);
  if (account === undefined || account.isDeactivated === true) {
    throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such user');
  }
  const isAnother = account.isAdministrator === true && userId !== call.sender;
  if (isAnother) throw forbidden('This is another administrator');
  return account;
}

function forbidden(message: string): MatrixError {
  return new MatrixError(403, 'M_FORBIDDEN', message);
}
