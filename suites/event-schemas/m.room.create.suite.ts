// The order of these is the order in which a report tells them.
export { roomCreate } from './m.room.create/suite.ts';
