import { ok } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';
import { findRoom } from '../rooms/find-room.ts';
import { membershipIn } from '../rooms/room.ts';
import { sendMembership, targetOf } from '../rooms/send-membership.ts';

/** `POST /ban` and `POST /unban` (client-server-api/#banning-users-in-a-room). */
export const banningRoutes = (): readonly Route[] => [
  {
    operationId: 'ban',
    method: 'POST',
    paths: [`${clientApi}/rooms/{roomId}/ban`],
    access: 'token',
    body: 'required',
    handle: (call, homeserver) => {
      const room = findRoom(homeserver, call.params.roomId);
      sendMembership(homeserver, room, call, targetOf(call), { membership: 'ban' });
      return ok({});
    },
  },
  {
    operationId: 'unban',
    method: 'POST',
    paths: [`${clientApi}/rooms/{roomId}/unban`],
    access: 'token',
    body: 'required',
    handle: (call, homeserver) => {
      const room = findRoom(homeserver, call.params.roomId);
      const target = targetOf(call);
      if (membershipIn(room.state, target) !== 'ban') {
        throw new MatrixError(403, 'M_BAD_STATE', 'The user is not banned');
      }
      sendMembership(homeserver, room, call, target, { membership: 'leave' });
      return ok({});
    },
  },
];
