import { powerOf } from '../../rules/power.ts';
import { breakDown } from '../break-down.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const elsewhere = killedBy('directory', 'an-alias-of-another-server');
const others = killedBy('directory', 'an-alias-for-a-room-of-others');
const deleting = killedBy('directory', 'who-may-delete-an-alias');

/** Faults of a homeserver that aliases of others break. */
export const aliasesOfOthersMutants: readonly Mutant[] = [
  {
    id: 'an-alias-of-another-server-breaks-the-directory',
    fault: 'An alias of a server that is not there is looked up with the answer 500.',
    killedBy: elsewhere,
    mutate: (homeserver) =>
      breakDown(
        homeserver,
        'getRoomIdByAlias',
        ({ params }) => params.roomAlias?.endsWith('.invalid') === true,
      ),
  },
  {
    id: 'an-alias-made-for-another-server-breaks-the-directory',
    fault: 'An alias of another server is made with the answer 500.',
    killedBy: elsewhere,
    mutate: (homeserver) =>
      breakDown(
        homeserver,
        'setRoomAlias',
        ({ params }) => params.roomAlias?.endsWith('.invalid') === true,
      ),
  },
  {
    id: 'an-alias-for-no-room-breaks-the-directory',
    fault: 'An alias for a room that is not there is answered with 500.',
    killedBy: others,
    mutate: (homeserver) =>
      breakDown(
        homeserver,
        'setRoomAlias',
        ({ body }) => typeof body.room_id === 'string' && body.room_id.startsWith('!nowhere'),
      ),
  },
  {
    id: 'the-aliases-of-no-room-break-the-directory',
    fault: 'The aliases of a room that is not there are answered with 500.',
    killedBy: others,
    mutate: (homeserver) =>
      breakDown(
        homeserver,
        'getLocalAliases',
        ({ params }) => !homeserver.rooms.has(params.roomId ?? ''),
      ),
  },
  {
    id: 'an-alias-that-a-stranger-deletes-breaks-the-directory',
    fault: 'A DELETE of an alias by who did not make it, and has no power, is answered with 500.',
    killedBy: deleting,
    mutate: (homeserver) =>
      breakDown(homeserver, 'deleteRoomAlias', ({ params, sender }) => {
        const { roomId = '', creator } = homeserver.aliases.get(params.roomAlias ?? '') ?? {};
        const room = homeserver.rooms.get(roomId);
        return room !== undefined && creator !== sender && powerOf(room, sender) < 50;
      }),
  },
  {
    id: 'an-alias-that-a-moderator-deletes-breaks-the-directory',
    fault: 'A DELETE of an alias by who has the power, and did not make it, is answered with 500.',
    killedBy: deleting,
    mutate: (homeserver) =>
      breakDown(homeserver, 'deleteRoomAlias', ({ params, sender }) => {
        const { roomId = '', creator } = homeserver.aliases.get(params.roomAlias ?? '') ?? {};
        const room = homeserver.rooms.get(roomId);
        return room !== undefined && creator !== sender && powerOf(room, sender) === 50;
      }),
  },
];
