import { suite } from '../../../src/scenario/suite.ts';

/** All that is asked of `room_state.yaml`: the PUT of a state entry, and the GET beside it. */
export const roomState = suite('room_state', {
  section: 'client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey',
  operations: ['setRoomStateWithKey', 'getRoomStateWithKey'],
});
