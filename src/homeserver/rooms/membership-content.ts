import type { JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import type { Call } from '../http/call.ts';
import { restrictedVoucher } from './restricted-voucher.ts';
import type { Room } from './room.ts';
import { rulesOf } from './room-version.ts';

/**
 * The content of a membership that is put as state. Who vouches for a user in a restricted room is
 * for the homeserver to say: it has to see that a condition is met, whatever the client wrote
 * (client-server-api/#restricted-rooms).
 */
export function membershipContent(homeserver: Homeserver, room: Room, call: Call): JsonObject {
  if (!rulesOf(room.version).joinRules.includes('restricted')) return call.body;
  const { join_authorised_via_users_server: _, ...content } = call.body;
  const isOwnJoin = content.membership === 'join' && call.params.stateKey === call.sender;
  return isOwnJoin ? { ...content, ...restrictedVoucher(homeserver, room, call.sender) } : content;
}
