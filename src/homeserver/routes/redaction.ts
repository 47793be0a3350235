import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { clientApi, type Route } from '../http/route.ts';
import { findRoom } from '../rooms/find-room.ts';
import { redactEvent } from '../rooms/redact-event.ts';

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
  const content = typeof body.reason === 'string' ? { reason: body.reason } : {};
  const event = redactEvent(homeserver, room, sender, { redacts: eventId, content });
  homeserver.transactions.set(transaction, event.id);
  return ok({ event_id: event.id });
}
