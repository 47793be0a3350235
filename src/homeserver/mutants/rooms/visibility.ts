import { MatrixError } from '../../http/matrix-error.ts';
import type { Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { readAsCreator } from './read-as-creator.ts';
import { readingWays } from './reading-ways.ts';
import { standingOf } from './standing-of.ts';

const open = killedBy('rooms', 'a-world-readable-room-is-read-by-everybody');
const noOther = killedBy('rooms', 'no-other-visibility-opens-a-room-to-strangers');
const { entry, event, state, byId } = readingWays;

function visibilityIn(room: Room): unknown {
  return stateEvent(room.state, 'm.room.history_visibility')?.content.history_visibility;
}

/** Faults in who reads by the history visibility of a room. */
export const visibilityMutants: readonly Mutant[] = [
  ...[entry, state, byId].map(
    ({ name, words, operationId }): Mutant => ({
      id: `who-never-joined-is-refused-${name}-of-a-world-readable-room`,
      fault: `Who never joined is refused ${words} in a world-readable room.`,
      killedBy: open,
      mutate: (homeserver) =>
        changeCall(homeserver, operationId, ({ params, sender }) => {
          const room = homeserver.rooms.get(params.roomId ?? '');
          if (room === undefined || standingOf(room, sender) !== 'never-there') return {};
          throw new MatrixError(403, 'M_FORBIDDEN', 'You are not in this room');
        }),
    }),
  ),
  ...[entry, event, state, byId].map(
    ({ name, words, operationId, isMeant }): Mutant => ({
      id: `a-room-that-was-world-readable-stays-so-for-${name}`,
      fault: `In a room that was world-readable once, everybody reads ${words}.`,
      killedBy: noOther,
      mutate: (homeserver) =>
        readAsCreator(
          homeserver,
          operationId,
          (room, call) =>
            isMeant(call) &&
            room.events.some(({ content }) => content.history_visibility === 'world_readable'),
        ),
    }),
  ),
  ...['invited', 'joined', 'org.example.open'].map(
    (visibility): Mutant => ({
      id: `the-visibility-${visibility.replaceAll('.', '-')}-opens-a-room`,
      fault: `Everybody reads the full state of a room with the visibility ${visibility}.`,
      killedBy: noOther,
      mutate: (homeserver) =>
        readAsCreator(homeserver, state.operationId, (room) => visibilityIn(room) === visibility),
    }),
  ),
  {
    id: 'who-never-joined-is-refused-the-empty-key-of-a-world-readable-room',
    fault: 'Who never joined is refused the entries of the empty key in a world-readable room.',
    killedBy: open,
    mutate: (homeserver) =>
      changeCall(homeserver, 'getRoomStateWithKey', ({ params, sender }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        const isStranger = room !== undefined && standingOf(room, sender) === 'never-there';
        if (!isStranger || (params.stateKey ?? '') !== '') return {};
        throw new MatrixError(403, 'M_FORBIDDEN', 'You are not in this room');
      }),
  },
  ...[entry, state].map(
    ({ name, words, operationId }): Mutant => ({
      id: `who-is-invited-is-refused-${name}-of-a-world-readable-room`,
      fault: `Who is invited is refused ${words} in a world-readable room.`,
      killedBy: open,
      mutate: (homeserver) =>
        changeCall(homeserver, operationId, ({ params, sender }) => {
          const room = homeserver.rooms.get(params.roomId ?? '');
          if (room === undefined || visibilityIn(room) !== 'world_readable') return {};
          if (standingOf(room, sender) !== 'invited') return {};
          throw new MatrixError(403, 'M_FORBIDDEN', 'You did not join this room yet');
        }),
    }),
  ),
  {
    id: 'strangers-read-what-a-world-readable-room-was-first',
    fault: 'Who never joined a world-readable room reads the first content of each entry.',
    killedBy: open,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params, sender }) => {
        const { roomId = '', eventType, stateKey } = params;
        const room = homeserver.rooms.get(roomId);
        if (room === undefined || standingOf(room, sender) !== 'never-there') return reply;
        const first = room.events.find(
          (one) => one.type === eventType && one.stateKey === stateKey && isCustom(one.type),
        );
        return first === undefined ? reply : { ...reply, body: first.content };
      }),
  },
];
