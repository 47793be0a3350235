import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';
import { draftOf } from './draft-of.ts';

/** Does something after a membership was put, with the event that it became. */
export function follow(
  homeserver: Homeserver,
  react: (event: RoomEvent, room: Room) => void,
): void {
  changeReply(homeserver, 'setRoomStateWithKey', (reply, call) => {
    const put = draftOf(homeserver, call);
    if (put === undefined) return reply;
    const event = stateEvent(put.room.state, 'm.room.member', put.event.stateKey);
    if (event !== undefined) react(event, put.room);
    return reply;
  });
}

/** The events of the memberships that were put, from now on. */
export function putMembers(homeserver: Homeserver): Set<RoomEvent> {
  const put = new Set<RoomEvent>();
  follow(homeserver, (event) => put.add(event));
  return put;
}
