// The order of these is the order in which a report tells them.
import './m.room.power_levels/new-room.ts';
import './m.room.power_levels/effects.ts';
import './m.room.power_levels/messages.ts';
import './m.room.power_levels/guarded-scalars.ts';
import './m.room.power_levels/guarded-lists.ts';
import './m.room.power_levels/guarded-users.ts';
import './m.room.power_levels/own-level.ts';
import './m.room.power_levels/every-version.ts';
import './m.room.power_levels/malformed.ts';
import './m.room.power_levels/range.ts';
import './m.room.power_levels/deprecated-levels.ts';
import './m.room.power_levels/creators.ts';
import './m.room.power_levels/unspecified.ts';

export { roomPowerLevels } from './m.room.power_levels/suite.ts';
