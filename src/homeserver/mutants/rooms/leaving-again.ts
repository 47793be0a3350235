import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { clientEventWithRoom } from '../../rooms/client-event.ts';
import type { Room } from '../../rooms/room.ts';
import { stateAt } from '../../rooms/state-at.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { standingOf } from './standing-of.ts';

const again = killedBy('rooms', 'who-joined-again-reads-the-state-as-it-is');

/** Answers with the full state as of a position, or as it is where there is none. */
function showStateAt(
  homeserver: Homeserver,
  positionOf: (room: Room, userId: string) => number | undefined,
): void {
  changeReply(homeserver, 'getRoomState', (reply, { params, sender }) => {
    const room = homeserver.rooms.get(params.roomId ?? '');
    const position = room && positionOf(room, sender);
    if (room === undefined || position === undefined) return reply;
    const state = stateAt(homeserver, room, position);
    return { ...reply, body: homeserver.state.list(state).map(clientEventWithRoom) };
  });
}

/** Where a user left a room for the first time. */
function firstLeaving(room: Room, userId: string): number | undefined {
  return room.events.find(
    ({ type, stateKey, replaced, content }) =>
      type === 'm.room.member' &&
      stateKey === userId &&
      content.membership === 'leave' &&
      replaced?.content.membership === 'join',
  )?.position;
}

/** Faults in what is read by who joined and left more than once. */
export const leavingAgainMutants: readonly Mutant[] = [
  {
    id: 'the-first-leaving-counts-for-ever',
    fault: 'Who left twice reads the full state of the first time.',
    killedBy: again,
    mutate: (homeserver) =>
      showStateAt(homeserver, (room, userId) =>
        standingOf(room, userId) === 'left' ? firstLeaving(room, userId) : undefined,
      ),
  },
  {
    id: 'who-joined-again-reads-as-if-still-gone',
    fault: 'Who left and joined again reads the full state of when they left.',
    killedBy: again,
    mutate: (homeserver) =>
      showStateAt(homeserver, (room, userId) =>
        standingOf(room, userId) === 'in-the-room' ? firstLeaving(room, userId) : undefined,
      ),
  },
  {
    id: 'who-joined-again-reads-an-entry-as-if-still-gone',
    fault: 'Who left and joined again reads entries as they were when they left.',
    killedBy: again,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params, sender }) => {
        const { roomId = '', eventType = '', stateKey = '' } = params;
        const room = homeserver.rooms.get(roomId);
        const position = room && firstLeaving(room, sender);
        if (room === undefined || position === undefined) return reply;
        if (standingOf(room, sender) !== 'in-the-room') return reply;
        const state = stateAt(homeserver, room, position);
        const body = homeserver.state.read(state, eventType, stateKey)?.content;
        return isObject(body) ? { ...reply, body } : reply;
      }),
  },
];
