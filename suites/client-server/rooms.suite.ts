// The order of these is the order in which a report tells them.
import './rooms/event-format.ts';
import './rooms/missing-entries.ts';
import './rooms/full-state.ts';
import './rooms/each-version.ts';
import './rooms/members.ts';
import './rooms/members-at.ts';
import './rooms/joined-members.ts';
import './rooms/strangers.ts';
import './rooms/former-members.ts';
import './rooms/visibility.ts';
import './rooms/unknown-rooms.ts';

export { rooms } from './rooms/suite.ts';
