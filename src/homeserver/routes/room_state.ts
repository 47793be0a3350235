import { canonicalJson } from '../events/canonical-json.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';
import { findRoom } from '../rooms/find-room.ts';
import { membershipContent } from '../rooms/membership-content.ts';
import { sendEvent } from '../rooms/send-event.ts';

/** The paths of one state entry; with the empty key, the last slash may be left out. */
export const statePaths: readonly string[] = [
  `${clientApi}/rooms/{roomId}/state/{eventType}/{stateKey}`,
  `${clientApi}/rooms/{roomId}/state/{eventType}`,
];

/** `PUT` of state (client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey). */
export const roomStateRoutes = (): readonly Route[] => [
  {
    operationId: 'setRoomStateWithKey',
    method: 'PUT',
    paths: statePaths,
    access: 'token',
    body: 'required',
    handle: putState,
  },
];

function putState(call: Call, homeserver: Homeserver): Reply {
  const { eventType: type = '', stateKey = '', roomId } = call.params;
  const room = findRoom(homeserver, roomId);
  homeserver.checks.canonical(call, room);
  const content = type === 'm.room.member' ? membershipContent(homeserver, room, call) : call.body;
  const draft = { type, stateKey, sender: call.sender, content, ...sentAt(call) };
  const current = homeserver.state.read(room.state, type, stateKey);
  const isSame =
    current?.sender === call.sender &&
    current.redactedBecause === undefined &&
    canonicalJson(current.content) === canonicalJson(content);
  if (!isSame) return ok({ event_id: sendEvent(homeserver, room, draft).id });
  homeserver.checks.authorisation(draft, room);
  homeserver.checks.invitePermission(draft);
  return ok({ event_id: current.id });
}

/** An application service may say when an event was sent (application-service-api/#timestamp-massaging). */
function sentAt(call: Call): { sentAt?: number } {
  const given = call.query.get('ts');
  if (given === null || call.session?.isApplicationService !== true) return {};
  if (/^\d{1,15}$/.test(given)) return { sentAt: Number(given) };
  throw new MatrixError(400, 'M_INVALID_PARAM', 'ts is not a number of milliseconds');
}
