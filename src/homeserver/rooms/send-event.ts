import { largestEvent, type Pdu } from '../events/event-id.ts';
import type { Draft, RoomEvent } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { authEvents } from './auth-events.ts';
import type { Room } from './room.ts';
import { hasCreators, isSince } from './room-version.ts';

/**
 * Sends an event into a room: checks its size, whether the sender may, what its aliases are, whether
 * it annotates again, and whether who is invited lets themselves be, then puts it at the end.
 * Throws a MatrixError and changes nothing where a check refuses.
 */
export function sendEvent(homeserver: Homeserver, room: Room, draft: Draft): RoomEvent {
  homeserver.checks.size(draft);
  homeserver.checks.authorisation(draft, room);
  homeserver.checks.guests(draft, room);
  homeserver.checks.aliases(draft, room);
  homeserver.checks.annotation(draft, room);
  homeserver.checks.invitePermission(draft);
  const event = append(homeserver, room, draft);
  homeserver.afterwards(event, room);
  return event;
}

function append(homeserver: Homeserver, room: Room, draft: Draft): RoomEvent {
  const sentAt = draft.sentAt ?? Date.now();
  const { id, size } = homeserver.identify(
    pduOf(room, draft, sentAt),
    room.version,
    homeserver.name,
  );
  if (size > largestEvent) {
    throw new MatrixError(413, 'M_TOO_LARGE', `The event is larger than ${largestEvent} bytes`);
  }
  const replaced =
    draft.stateKey === undefined
      ? undefined
      : homeserver.state.read(room.state, draft.type, draft.stateKey);
  const event: RoomEvent = {
    ...draft,
    id,
    roomId: room.id,
    sentAt,
    position: homeserver.stream.next(),
    replaced,
    redactedBecause: undefined,
  };
  room.events.push(event);
  homeserver.state.write(room.state, event);
  homeserver.stream.ring();
  return event;
}

/** The event in the format of servers (rooms/v4/#event-format, rooms/v12/#event-format). */
export function pduOf(room: Room, draft: Draft, sentAt: number): Pdu {
  const last = room.events.at(-1);
  return {
    auth_events: authEvents(room, draft),
    content: draft.content,
    depth: room.events.length + 1,
    origin_server_ts: sentAt,
    prev_events: last === undefined ? [] : [last.id],
    redacts: isSince(room.version, 11) ? undefined : draft.redacts,
    room_id: hasCreators(room.version) && draft.type === 'm.room.create' ? undefined : room.id,
    sender: draft.sender,
    state_key: draft.stateKey,
    type: draft.type,
  };
}
