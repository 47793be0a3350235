import type { Suite } from '../src/scenario/suite.ts';
import { directory } from './client-server/directory.suite.ts';
import { roomState } from './client-server/room_state.suite.ts';
import { rooms } from './client-server/rooms.suite.ts';
import { roomCreate } from './event-schemas/m.room.create.suite.ts';
import { roomMember } from './event-schemas/m.room.member.suite.ts';
import { roomPowerLevels } from './event-schemas/m.room.power_levels.suite.ts';

/** Every suite, in the order in which a report tells them. */
export const suites: readonly Suite[] = [
  roomState,
  rooms,
  directory,
  roomCreate,
  roomMember,
  roomPowerLevels,
];
