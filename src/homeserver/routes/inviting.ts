import { ok } from '../http/call.ts';
import { clientApi, type Route } from '../http/route.ts';
import { findRoom } from '../rooms/find-room.ts';
import { sendMembership, targetOf } from '../rooms/send-membership.ts';

/** `POST /invite` (client-server-api/#post_matrixclientv3roomsroomidinvite). */
export const invitingRoutes = (): readonly Route[] => [
  {
    operationId: 'inviteUser',
    method: 'POST',
    paths: [`${clientApi}/rooms/{roomId}/invite`],
    access: 'token',
    body: 'required',
    handle: (call, homeserver) => {
      const room = findRoom(homeserver, call.params.roomId);
      sendMembership(homeserver, room, call, targetOf(call), { membership: 'invite' });
      return ok({});
    },
  },
];
