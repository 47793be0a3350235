import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import type { MatrixError } from '../../http/matrix-error.ts';
import type { Room } from '../../rooms/room.ts';
import { changeRefusal } from '../change-refusal.ts';
import { sendUnchecked } from './send-unchecked.ts';

/** Has some PUTs refused as they should be, and their events sent all the same. */
export function storeRefused(
  homeserver: Homeserver,
  isStored: (refusal: MatrixError, call: Call, room: Room) => boolean,
): void {
  changeRefusal(homeserver, 'setRoomStateWithKey', (refusal, call) => {
    const { roomId = '', eventType: type = '', stateKey = '' } = call.params;
    const room = homeserver.rooms.get(roomId);
    if (room === undefined || !isStored(refusal, call, room)) return undefined;
    sendUnchecked(homeserver, room, { type, stateKey, sender: call.sender, content: call.body });
    return undefined;
  });
}
