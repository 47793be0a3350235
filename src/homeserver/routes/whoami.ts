import { ok } from '../http/call.ts';
import { clientApi, type Route } from '../http/route.ts';

/** `GET /account/whoami` (client-server-api/#get_matrixclientv3accountwhoami). */
export const whoamiRoutes = (): readonly Route[] => [
  {
    operationId: 'getTokenOwner',
    method: 'GET',
    paths: [`${clientApi}/account/whoami`],
    access: 'token',
    body: 'none',
    handle: ({ session, sender }, { accounts }) => {
      const device = session?.deviceId === undefined ? {} : { device_id: session.deviceId };
      return ok({ user_id: sender, is_guest: accounts.get(sender)?.isGuest === true, ...device });
    },
  },
];
