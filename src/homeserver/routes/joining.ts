import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';
import { restrictedVoucher } from '../rooms/restricted-voucher.ts';
import { membershipIn } from '../rooms/room.ts';
import { sendMembership } from '../rooms/send-membership.ts';

/** Joining by id and by alias (client-server-api/#joining-rooms). */
export const joiningRoutes = (): readonly Route[] => [
  {
    operationId: 'joinRoomById',
    method: 'POST',
    paths: [`${clientApi}/rooms/{roomId}/join`],
    access: 'token',
    body: 'optional',
    handle: (call, homeserver) => join(call, homeserver, call.params.roomId ?? ''),
  },
  {
    operationId: 'joinRoom',
    method: 'POST',
    paths: [`${clientApi}/join/{roomIdOrAlias}`],
    access: 'token',
    body: 'optional',
    handle: (call, homeserver) => {
      const name = call.params.roomIdOrAlias ?? '';
      if (!name.startsWith('#')) return join(call, homeserver, name);
      const alias = homeserver.aliases.get(name);
      if (alias === undefined) throw new MatrixError(404, 'M_NOT_FOUND', `There is no ${name}`);
      return join(call, homeserver, alias.roomId);
    },
  },
];

function join(call: Call, homeserver: Homeserver, roomId: string): Reply {
  const room = homeserver.rooms.get(roomId);
  if (room === undefined) throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such room here');
  if (membershipIn(room.state, call.sender) !== 'join') {
    const content = {
      membership: 'join',
      ...restrictedVoucher(homeserver, room, call.sender),
    };
    sendMembership(homeserver, room, call, call.sender, content);
  }
  return ok({ room_id: room.id });
}
