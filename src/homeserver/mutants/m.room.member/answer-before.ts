import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { ok } from '../../http/call.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';
import { draftOf } from './draft-of.ts';

/** Answers PUTs of some memberships with the id of the event that was there before. */
export function answerBefore(
  homeserver: Homeserver,
  isConcerned: (event: RoomEvent) => boolean,
): void {
  changeReply(homeserver, 'setRoomStateWithKey', (reply, call) => {
    const put = draftOf(homeserver, call);
    const event = put && stateEvent(put.room.state, 'm.room.member', put.event.stateKey);
    if (event?.replaced === undefined || !isConcerned(event)) return reply;
    return ok({ event_id: event.replaced.id });
  });
}
