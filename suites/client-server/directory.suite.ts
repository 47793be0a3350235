// The order of these is the order in which a report tells them.
export { directory } from './directory/suite.ts';
