import { ok } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';
import { findRoom } from '../rooms/find-room.ts';
import { membershipIn } from '../rooms/room.ts';
import { sendMembership, targetOf } from '../rooms/send-membership.ts';

/** `POST /kick` (client-server-api/#post_matrixclientv3roomsroomidkick). */
export const kickingRoutes = (): readonly Route[] => [
  {
    operationId: 'kick',
    method: 'POST',
    paths: [`${clientApi}/rooms/{roomId}/kick`],
    access: 'token',
    body: 'required',
    handle: (call, homeserver) => {
      const room = findRoom(homeserver, call.params.roomId);
      const target = targetOf(call);
      if (!['join', 'invite', 'knock'].includes(membershipIn(room.state, target))) {
        throw new MatrixError(403, 'M_FORBIDDEN', 'The user is not in the room');
      }
      sendMembership(homeserver, room, call, target, { membership: 'leave' });
      return ok({});
    },
  },
];
