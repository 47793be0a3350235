import { ok } from '../http/call.ts';
import { clientApi, type Route } from '../http/route.ts';
import { findRoom } from '../rooms/find-room.ts';
import { sendMembership } from '../rooms/send-membership.ts';

/** `POST /leave` (client-server-api/#post_matrixclientv3roomsroomidleave). */
export const leavingRoutes = (): readonly Route[] => [
  {
    operationId: 'leaveRoom',
    method: 'POST',
    paths: [`${clientApi}/rooms/{roomId}/leave`],
    access: 'token',
    body: 'optional',
    handle: (call, homeserver) => {
      const room = findRoom(homeserver, call.params.roomId);
      sendMembership(homeserver, room, call, call.sender, { membership: 'leave' });
      return ok({});
    },
  },
];
