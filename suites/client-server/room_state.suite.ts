// The order of these is the order in which a report tells them.
import './room_state/valid-put.ts';
import './room_state/entries.ts';
import './room_state/opaque-keys.ts';
import './room_state/event.ts';
import './room_state/empty-key.ts';
import './room_state/good-alias.ts';
import './room_state/bad-alias.ts';
import './room_state/forbidden-sender.ts';
import './room_state/outsiders.ts';
import './room_state/tokens.ts';
import './room_state/query-tokens.ts';
import './room_state/lost-accounts.ts';
import './room_state/moderation.ts';
import './room_state/administrators.ts';
import './room_state/guests.ts';
import './room_state/services.ts';
import './room_state/timestamps.ts';
import './room_state/bursts.ts';
import './room_state/bodies.ts';
import './room_state/unrecognised.ts';
import './room_state/browsers.ts';
import './room_state/answers.ts';
import './room_state/proposals.ts';

export { roomState } from './room_state/suite.ts';
