import { redactedContent } from '../events/redacted-content.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';
import { findRoom } from '../rooms/find-room.ts';
import { isSince } from '../rooms/room-version.ts';
import { sendEvent } from '../rooms/send-event.ts';
import { levelOf, powerOf } from '../rules/power.ts';

/** `PUT /redact` (client-server-api/#put_matrixclientv3roomsroomidredacteventidtxnid). */
export const redactionRoutes = (): readonly Route[] => [
  {
    operationId: 'redactEvent',
    method: 'PUT',
    paths: [`${clientApi}/rooms/{roomId}/redact/{eventId}/{txnId}`],
    access: 'token',
    body: 'required',
    handle: redact,
  },
];

function redact(call: Call, homeserver: Homeserver): Reply {
  const { roomId, eventId = '', txnId } = call.params;
  const { sender, session, body } = call;
  const room = findRoom(homeserver, roomId);
  const transaction = JSON.stringify([session?.deviceId, sender, roomId, 'redact', txnId]);
  const before = homeserver.transactions.get(transaction);
  if (before !== undefined) return ok({ event_id: before });
  const target = room.events.find(({ id }) => id === eventId);
  if (target === undefined) throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such event');
  if (target.sender !== sender && powerOf(room, sender) < levelOf(room, 'redact')) {
    throw new MatrixError(403, 'M_FORBIDDEN', 'Your power level does not allow redacting this');
  }
  const reason = typeof body.reason === 'string' ? { reason: body.reason } : {};
  const event = sendEvent(homeserver, room, {
    type: 'm.room.redaction',
    stateKey: undefined,
    sender,
    // Clients get `redacts` in both places, whatever the room version (rooms/v11).
    content: isSince(room.version, 11) ? { ...reason, redacts: eventId } : reason,
    redacts: eventId,
  });
  target.content = redactedContent(target.type, target.content, room.version);
  target.redactedBecause = event;
  homeserver.transactions.set(transaction, event.id);
  return ok({ event_id: event.id });
}
