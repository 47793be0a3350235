import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import type { Room } from '../../rooms/room.ts';

/** The membership that a PUT of state wants to send, and the room; undefined for other state. */
export function draftOf(
  homeserver: Homeserver,
  call: Call,
): { readonly event: Draft; readonly room: Room } | undefined {
  const { roomId = '', eventType: type = '', stateKey } = call.params;
  const room = homeserver.rooms.get(roomId);
  if (room === undefined || type !== 'm.room.member') return undefined;
  return { room, event: { type, stateKey, sender: call.sender, content: call.body } };
}
