import type { JsonObject } from '../events/json.ts';
import { redactedContent } from '../events/redacted-content.ts';
import type { RoomEvent } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { levelOf, powerOf } from '../rules/power.ts';
import type { Room } from './room.ts';
import { isSince } from './room-version.ts';
import { sendEvent } from './send-event.ts';

/** Strips an event of its content. Throws 404 where there is none, 403 where the sender may not. */
export function redactEvent(
  homeserver: Homeserver,
  room: Room,
  sender: string,
  redaction: { readonly redacts: string; readonly content: JsonObject },
): RoomEvent {
  const { redacts, content } = redaction;
  const target = room.events.find(({ id }) => id === redacts);
  if (target === undefined) throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such event');
  if (target.sender !== sender && powerOf(room, sender) < levelOf(room, 'redact')) {
    throw new MatrixError(403, 'M_FORBIDDEN', 'Your power level does not allow redacting this');
  }
  const event = sendEvent(homeserver, room, {
    type: 'm.room.redaction',
    stateKey: undefined,
    sender,
    // Clients get `redacts` in both places, whatever the room version (rooms/v11).
    content: isSince(room.version, 11) ? { ...content, redacts } : content,
    redacts,
  });
  target.content = redactedContent(target.type, target.content, room.version);
  target.redactedBecause = event;
  return event;
}
