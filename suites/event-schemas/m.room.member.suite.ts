// The order of these is the order in which a report tells them.
import './m.room.member/own-profile.ts';
import './m.room.member/joining.ts';
import './m.room.member/accepting.ts';
import './m.room.member/leaving.ts';
import './m.room.member/inviting.ts';
import './m.room.member/banning.ts';
import './m.room.member/power.ts';
import './m.room.member/rank.ts';
import './m.room.member/malformed.ts';
import './m.room.member/knocking.ts';
import './m.room.member/refused-knocks.ts';
import './m.room.member/restricted.ts';
import './m.room.member/third-party.ts';
import './m.room.member/blocked-invites.ts';
import './m.room.member/every-version.ts';
import './m.room.member/left-open.ts';

export { roomMember } from './m.room.member/suite.ts';
