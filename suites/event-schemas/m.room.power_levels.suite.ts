// The order of these is the order in which a report tells them.
export { roomPowerLevels } from './m.room.power_levels/suite.ts';
