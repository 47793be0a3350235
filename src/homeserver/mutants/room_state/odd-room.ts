import { stateEvent } from '../../rooms/room-state.ts';
import { breakDown } from '../break-down.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const put = 'setRoomStateWithKey';
const noRoomId = killedBy('room_state', 'what-is-no-room-id-is-answered-in-good-order');
const replaced = killedBy('room_state', 'a-room-with-a-tombstone-is-answered-in-good-order');
const message = killedBy('room_state', 'a-message-as-state-is-answered-in-good-order');

/** Faults in what becomes of odd rooms, and of odd types in ordinary ones. */
export const oddRoomMutants: readonly Mutant[] = [
  {
    id: 'an-alias-for-a-room-id-breaks-put-down',
    fault: 'A PUT with an alias in place of the room id breaks the homeserver down.',
    killedBy: noRoomId,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ params }) => params.roomId?.startsWith('#') === true),
  },
  {
    id: 'a-room-id-without-a-sigil-breaks-put-down',
    fault: 'A PUT with a room id that does not start with ! or # breaks the homeserver down.',
    killedBy: noRoomId,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ params }) => /^[!#]/.test(params.roomId ?? '!') === false),
  },
  {
    id: 'a-room-id-too-long-breaks-put-down',
    fault: 'A PUT with a room id of more than 255 bytes breaks the homeserver down.',
    killedBy: noRoomId,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ params }) => (params.roomId?.length ?? 0) > 255),
  },
  {
    id: 'a-tombstone-breaks-what-comes-after-it',
    fault: 'Any PUT into a room with a tombstone breaks the homeserver down.',
    killedBy: replaced,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ params }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        const tombstone = room && stateEvent(room.state, 'm.room.tombstone');
        return tombstone?.content.body === 'it has moved';
      }),
  },
  {
    id: 'a-message-as-state-breaks-put-down',
    fault: 'A PUT of m.room.message breaks the homeserver down, as a message has no state key.',
    killedBy: message,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ params }) => params.eventType === 'm.room.message'),
  },
  {
    id: 'a-redaction-as-state-breaks-put-down',
    fault: 'A PUT of m.room.redaction breaks the homeserver down.',
    killedBy: message,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ params }) => params.eventType === 'm.room.redaction'),
  },
];
