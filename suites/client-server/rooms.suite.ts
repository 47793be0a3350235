// The order of these is the order in which a report tells them.
export { rooms } from './rooms/suite.ts';
