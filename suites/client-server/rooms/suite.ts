import { suite } from '../../../src/scenario/suite.ts';

/** What is asked of `rooms.yaml`: who may read which state of a room. */
export const rooms = suite('rooms', {
  section: 'client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey',
  operations: ['getRoomStateWithKey', 'getRoomState'],
});
