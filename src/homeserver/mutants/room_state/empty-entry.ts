import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import { stateEvent } from '../../rooms/room-state.ts';

/** The entry of the empty key of the type in a call. */
export function emptyEntry({ rooms }: Homeserver, { params }: Call): RoomEvent | undefined {
  const room = rooms.get(params.roomId ?? '');
  return room && stateEvent(room.state, params.eventType ?? '', '');
}
