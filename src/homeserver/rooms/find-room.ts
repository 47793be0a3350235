import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Room } from './room.ts';

/** The room of that id. Throws 403 M_FORBIDDEN, as of a room that one may not look into. */
export function findRoom(homeserver: Homeserver, roomId: string | undefined): Room {
  const room = homeserver.rooms.get(roomId ?? '');
  if (room === undefined) throw new MatrixError(403, 'M_FORBIDDEN', 'You are not in this room');
  return room;
}
