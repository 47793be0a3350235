import type { RoomEvent } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import type { Call } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { isUserId } from '../rules/is-user-id.ts';
import type { Room } from './room.ts';
import { sendEvent } from './send-event.ts';

/** Sends the `m.room.member` of a target on behalf of the one who asks. */
export function sendMembership(
  homeserver: Homeserver,
  room: Room,
  call: Call,
  target: string,
  content: { readonly membership: string; readonly [name: string]: unknown },
): RoomEvent {
  const { reason } = call.body;
  const why = typeof reason === 'string' ? { reason } : {};
  return sendEvent(homeserver, room, {
    type: 'm.room.member',
    stateKey: target,
    sender: call.sender,
    content: { ...content, ...why },
  });
}

/** The `user_id` in a body. Throws 400 M_MISSING_PARAM or M_INVALID_PARAM. */
export function targetOf(call: Call): string {
  const target = call.body.user_id;
  if (target === undefined) throw new MatrixError(400, 'M_MISSING_PARAM', 'user_id is missing');
  if (!isUserId(target)) throw new MatrixError(400, 'M_INVALID_PARAM', 'user_id is no user id');
  return target;
}
