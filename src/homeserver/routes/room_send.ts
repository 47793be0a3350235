import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { clientApi, type Route } from '../http/route.ts';
import { findRoom } from '../rooms/find-room.ts';
import { redactEvent } from '../rooms/redact-event.ts';
import { sendEvent } from '../rooms/send-event.ts';

/** `PUT /send` (client-server-api/#put_matrixclientv3roomsroomidsendeventtypetxnid). */
export const roomSendRoutes = (): readonly Route[] => [
  {
    operationId: 'sendMessage',
    method: 'PUT',
    paths: [`${clientApi}/rooms/{roomId}/send/{eventType}/{txnId}`],
    access: 'token',
    body: 'required',
    handle: send,
  },
];

function send(call: Call, homeserver: Homeserver): Reply {
  const { roomId, eventType: type = '', txnId } = call.params;
  const { sender, session, body: content } = call;
  const room = findRoom(homeserver, roomId);
  const transaction = JSON.stringify([session?.deviceId, sender, roomId, type, txnId]);
  const before = homeserver.transactions.get(transaction);
  if (before !== undefined) return ok({ event_id: before });
  homeserver.checks.canonical(call, room);
  const { redacts, ...rest } = content;
  // What is redacted stands beside the content before version 11, and is said here within it.
  const event =
    type === 'm.room.redaction' && typeof redacts === 'string'
      ? redactEvent(homeserver, room, sender, { redacts, content: rest })
      : sendEvent(homeserver, room, { type, stateKey: undefined, sender, content });
  homeserver.transactions.set(transaction, event.id);
  return ok({ event_id: event.id });
}
