import { suite } from '../../../src/scenario/suite.ts';

/** What is asked of the event that a room begins with. */
export const roomCreate = suite('m.room.create', {
  section: 'client-server-api/#mroomcreate',
  operations: ['setRoomStateWithKey', 'getRoomStateWithKey', 'getRoomState', 'createRoom'],
});
