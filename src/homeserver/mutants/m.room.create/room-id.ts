import { isSince } from '../../rooms/room-version.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { renameRooms } from './rename-rooms.ts';

const ids = killedBy('m.room.create', 'the-room-id-goes-with-the-creation');

/** Faults in the ids of rooms. */
export const roomIdMutants: readonly Mutant[] = [
  {
    id: 'room-ids-lose-their-domain-one-version-too-early',
    fault: 'Room ids of version 11 have no domain.',
    killedBy: ids,
    mutate: (homeserver) =>
      renameRooms(homeserver, ({ id, version }) =>
        version === '11' ? id.split(':')[0] : undefined,
      ),
  },
  {
    id: 'room-ids-have-another-domain',
    fault: 'Room ids up to version 5 have the domain of another server.',
    killedBy: ids,
    mutate: (homeserver) =>
      renameRooms(homeserver, ({ id, version }) =>
        isSince(version, 6) ? undefined : id.replace(/:.*/, ':elsewhere.test'),
      ),
  },
  {
    id: 'room-ids-keep-their-domain',
    fault: 'Room ids of version 12 have a domain after the hash.',
    killedBy: ids,
    mutate: (homeserver) =>
      renameRooms(homeserver, ({ id, version }) =>
        version === '12' ? `${id}:${homeserver.name}` : undefined,
      ),
  },
  {
    id: 'room-ids-are-no-hash-of-the-creation',
    fault: 'Room ids of version 12 look like a hash, and are none of the creation.',
    killedBy: ids,
    mutate: (homeserver) =>
      renameRooms(homeserver, ({ id, version }) =>
        version === '12' ? `!${[...id.slice(1)].reverse().join('')}` : undefined,
      ),
  },
];
