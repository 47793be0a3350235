import { MatrixError } from '../../http/matrix-error.ts';
import { roomVersions } from '../../rooms/room-version.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeListed } from './change-listed.ts';

const early = killedBy('rooms', 'state-is-read-alike-in-room-versions-1-to-6');
const late = killedBy('rooms', 'state-is-read-alike-in-room-versions-7-to-12');

/** All but the one that the self-test takes for the other scenarios. */
const versions = roomVersions.filter((version) => version !== '11');

/** Faults in reading state that rooms of one version have. */
export const eachVersionMutants: readonly Mutant[] = [
  ...versions.map(
    (version): Mutant => ({
      id: `rooms-of-version-${version}-find-no-events`,
      fault: `In rooms of version ${version} no event with a slash in its key is found by its id.`,
      killedBy: Number(version) < 7 ? early : late,
      mutate: (homeserver) =>
        changeReply(homeserver, 'getOneRoomEvent', (reply, { params }) => {
          const room = homeserver.rooms.get(params.roomId ?? '');
          const event = room?.events.find(({ id }) => id === params.eventId);
          if (room?.version !== version || event?.stateKey?.includes('/') !== true) return reply;
          throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such event');
        }),
    }),
  ),
  {
    id: 'rooms-without-hashed-ids-list-no-custom-entries',
    fault: 'The full state of rooms of versions 1 and 2 lists the types of the specification only.',
    killedBy: early,
    mutate: (homeserver) =>
      changeListed(homeserver, 'getRoomState', (event, { params }) => {
        const version = Number(homeserver.rooms.get(params.roomId ?? '')?.version);
        return version < 3 && isCustom(String(event.type)) ? [] : [event];
      }),
  },
  {
    id: 'old-rooms-show-the-id-that-a-hash-would-be',
    fault: 'The full state of rooms of versions 1 and 2 shows event ids without their domain.',
    killedBy: early,
    mutate: (homeserver) =>
      changeListed(homeserver, 'getRoomState', (event) => [
        { ...event, event_id: String(event.event_id).replace(/:.*/, '') },
      ]),
  },
  {
    id: 'old-rooms-lose-slashes-of-keys',
    fault: 'In rooms of version 5 GET answers no entries whose key holds a slash.',
    killedBy: early,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params }) => {
        const isFifth = homeserver.rooms.get(params.roomId ?? '')?.version === '5';
        if (!isFifth || params.stateKey?.includes('/') !== true) return reply;
        throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such state');
      }),
  },
];
