import { isObject } from '../../events/json.ts';
import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { readingWays } from './reading-ways.ts';

const current = killedBy('rooms', 'members-read-the-current-state-whatever-the-visibility');
const { entry, state, members } = readingWays;

/** Whether an event came before a user joined a room with that history visibility. */
function isBefore(
  { rooms }: Homeserver,
  roomId: string | undefined,
  userId: string,
  visibility: string,
): (id: unknown) => boolean {
  const room = rooms.get(roomId ?? '');
  if (room === undefined) return () => false;
  const set = stateEvent(room.state, 'm.room.history_visibility');
  const member = stateEvent(room.state, 'm.room.member', userId);
  const isThat = set?.content.history_visibility === visibility;
  const position = (isThat && member?.position) || 0;
  const isEarly = (one: RoomEvent | undefined) => one !== undefined && one.position < position;
  return (id) => isEarly(room.events.find((one) => one.id === id));
}

/** Faults that apply the history visibility to the current state. */
export const joinedLaterMutants: readonly Mutant[] = ['joined', 'invited'].flatMap(
  (visibility): readonly Mutant[] => [
    {
      id: `${entry.name}-is-hidden-from-later-members-with-${visibility}`,
      fault: `With ${visibility}, members are refused entries from before they joined.`,
      killedBy: current,
      mutate: (homeserver) =>
        changeReply(homeserver, entry.operationId, (reply, { params, sender }) => {
          const { roomId = '', eventType = '', stateKey = '' } = params;
          const room = homeserver.rooms.get(roomId);
          const event = room && homeserver.state.read(room.state, eventType, stateKey);
          if (!isBefore(homeserver, roomId, sender, visibility)(event?.id)) return reply;
          throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such state');
        }),
    },
    ...[state, members].map(
      ({ name, words, operationId }): Mutant => ({
        id: `${name}-hides-from-later-members-with-${visibility}`,
        fault: `With ${visibility}, ${words} lack for members what is from before they joined.`,
        killedBy: current,
        mutate: (homeserver) =>
          changeReply(homeserver, operationId, (reply, { params, sender }) => {
            const isHidden = isBefore(homeserver, params.roomId, sender, visibility);
            const shown = (list: unknown) =>
              Array.isArray(list) ? list.filter((one) => !isHidden(one.event_id)) : list;
            const { body } = reply;
            return {
              ...reply,
              body: isObject(body) ? { ...body, chunk: shown(body.chunk) } : shown(body),
            };
          }),
      }),
    ),
  ],
);
