import { ok } from '../http/call.ts';
import { clientApi, type Route } from '../http/route.ts';

/** `POST /logout` and `POST /logout/all` (client-server-api/#post_matrixclientv3logout). */
export const logoutRoutes = (): readonly Route[] => [
  {
    operationId: 'logout',
    method: 'POST',
    paths: [`${clientApi}/logout`],
    access: 'token',
    body: 'optional',
    handle: (call, homeserver) => {
      if (call.session?.isApplicationService === false) {
        homeserver.sessions.delete(call.session.token);
      }
      return ok({});
    },
  },
  {
    operationId: 'logout_all',
    method: 'POST',
    paths: [`${clientApi}/logout/all`],
    access: 'token',
    body: 'optional',
    handle: (call, homeserver) => {
      for (const [token, session] of homeserver.sessions) {
        if (session.userId === call.sender && !session.isApplicationService) {
          homeserver.sessions.delete(token);
        }
      }
      return ok({});
    },
  },
];
