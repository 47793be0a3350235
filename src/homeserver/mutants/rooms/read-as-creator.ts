import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import { creatorsOf, type Room } from '../../rooms/room.ts';
import { changeCall } from '../change-call.ts';

/** Has an operation answer some of its callers as if the creator of the room had asked. */
export function readAsCreator(
  homeserver: Homeserver,
  operationId: string,
  isLetIn: (room: Room, call: Call) => boolean,
): void {
  changeCall(homeserver, operationId, (call) => {
    const room = homeserver.rooms.get(call.params.roomId ?? '');
    const [creator] = room === undefined ? [] : creatorsOf(room);
    const isFault = room !== undefined && creator !== undefined && isLetIn(room, call);
    return isFault ? { sender: creator } : {};
  });
}
