import { suite } from '../../../src/scenario/suite.ts';

/** What is asked of the power levels of a room. */
export const roomPowerLevels = suite('m.room.power_levels', {
  section: 'client-server-api/#mroompower_levels',
  operations: ['setRoomStateWithKey', 'getRoomStateWithKey'],
});
