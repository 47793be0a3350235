// The order of these is the order in which a report tells them.
import './m.room.create/beginning.ts';
import './m.room.create/additional-creators.ts';
import './m.room.create/created-once.ts';

export { roomCreate } from './m.room.create/suite.ts';
