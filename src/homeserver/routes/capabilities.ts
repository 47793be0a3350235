import { ok } from '../http/call.ts';
import { clientApi, type Route } from '../http/route.ts';
import { defaultRoomVersion, roomVersions } from '../rooms/room-version.ts';

/** `GET /capabilities` (client-server-api/#get_matrixclientv3capabilities). */
export const capabilitiesRoutes = (): readonly Route[] => [
  {
    operationId: 'getCapabilities',
    method: 'GET',
    paths: [`${clientApi}/capabilities`],
    access: 'token',
    body: 'none',
    handle: ({ sender }, { accounts }) => {
      const moderation = { 'm.account_moderation': { lock: true, suspend: true } };
      const available = Object.fromEntries(roomVersions.map((version) => [version, 'stable']));
      return ok({
        capabilities: {
          'm.change_password': { enabled: false },
          ...(accounts.get(sender)?.isAdministrator === true ? moderation : {}),
          'm.room_versions': { default: defaultRoomVersion, available },
        },
      });
    },
  },
];
