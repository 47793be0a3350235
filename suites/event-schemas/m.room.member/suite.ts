import { suite } from '../../../src/scenario/suite.ts';

/** What is asked of memberships that are put as state. */
export const roomMember = suite('m.room.member', {
  section: 'client-server-api/#mroommember',
  operations: ['setRoomStateWithKey', 'getRoomStateWithKey'],
});
