// The order of these is the order in which a report tells them.
export { roomMember } from './m.room.member/suite.ts';
