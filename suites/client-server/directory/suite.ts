import { suite } from '../../../src/scenario/suite.ts';

/** What is asked of `directory.yaml`: the aliases of a homeserver. */
export const directory = suite('directory', {
  section: 'client-server-api/#room-aliases',
  operations: ['setRoomAlias', 'getRoomIdByAlias', 'deleteRoomAlias', 'getLocalAliases'],
});
