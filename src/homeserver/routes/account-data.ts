import type { Homeserver } from '../homeserver.ts';
import { type Call, ok } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';

const paths = [`${clientApi}/user/{userId}/account_data/{type}`];

/** Account data of a user, not of a room (client-server-api/#client-config). */
export const accountDataRoutes = (): readonly Route[] => [
  {
    operationId: 'setAccountData',
    method: 'PUT',
    paths,
    access: 'token',
    body: 'required',
    handle: (call, homeserver) => {
      const { type = '' } = call.params;
      const data = ownData(call, homeserver);
      if (type === 'm.fully_read' || type === 'm.push_rules') {
        throw new MatrixError(405, 'M_BAD_JSON', `${type} is set in another way`);
      }
      data.set(type, { content: call.body, position: homeserver.stream.next() });
      homeserver.accountData.set(call.sender, data);
      homeserver.stream.ring();
      return ok({});
    },
  },
  {
    operationId: 'getAccountData',
    method: 'GET',
    paths,
    access: 'token',
    body: 'none',
    handle: (call, homeserver) => {
      const found = ownData(call, homeserver).get(call.params.type ?? '');
      if (found === undefined) throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such data');
      return ok(found.content);
    },
  },
];

function ownData(call: Call, homeserver: Homeserver) {
  if (call.params.userId !== call.sender) {
    throw new MatrixError(403, 'M_FORBIDDEN', 'The account data is that of another user');
  }
  return homeserver.accountData.get(call.sender) ?? new Map();
}
