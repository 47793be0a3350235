import { acceptingMutants } from './m.room.member/accepting.ts';
import { banningMutants } from './m.room.member/banning.ts';
import { blockedInviteMutants } from './m.room.member/blocked-invites.ts';
import { creatorMutants } from './m.room.member/creators.ts';
import { everyVersionMutants } from './m.room.member/every-version.ts';
import { forbiddenInviteMutants } from './m.room.member/forbidden-invites.ts';
import { forbiddenJoinMutants } from './m.room.member/forbidden-joins.ts';
import { invitingMutants } from './m.room.member/inviting.ts';
import { joiningMutants } from './m.room.member/joining.ts';
import { knockingMutants } from './m.room.member/knocking.ts';
import { laterMutants } from './m.room.member/later.ts';
import { leavingMutants } from './m.room.member/leaving.ts';
import { leftOpenMutants } from './m.room.member/left-open.ts';
import { malformedMemberMutants } from './m.room.member/malformed.ts';
import { misreadLevelMutants } from './m.room.member/misread-levels.ts';
import { outdatedLevelMutants } from './m.room.member/outdated-levels.ts';
import { ownProfileMutants } from './m.room.member/own-profile.ts';
import { memberPowerMutants } from './m.room.member/power.ts';
import { rankMutants } from './m.room.member/rank.ts';
import { refusedKnockMutants } from './m.room.member/refused-knocks.ts';
import { removingMutants } from './m.room.member/removing.ts';
import { restrictedMutants } from './m.room.member/restricted.ts';
import { thirdPartyMutants } from './m.room.member/third-party.ts';
import { unbanLevelMutants } from './m.room.member/unban-levels.ts';
import { voucherMutants } from './m.room.member/vouchers.ts';
import type { Mutant } from './mutant.ts';

/** The mutants of the suite `m.room.member`. */
export const roomMemberMutants: readonly Mutant[] = [
  ...ownProfileMutants,
  ...joiningMutants,
  ...forbiddenJoinMutants,
  ...acceptingMutants,
  ...leavingMutants,
  ...invitingMutants,
  ...forbiddenInviteMutants,
  ...removingMutants,
  ...banningMutants,
  ...unbanLevelMutants,
  ...memberPowerMutants,
  ...misreadLevelMutants,
  ...outdatedLevelMutants,
  ...rankMutants,
  ...creatorMutants,
  ...malformedMemberMutants,
  ...knockingMutants,
  ...refusedKnockMutants,
  ...restrictedMutants,
  ...voucherMutants,
  ...thirdPartyMutants,
  ...blockedInviteMutants,
  ...everyVersionMutants,
  ...laterMutants,
  ...leftOpenMutants,
];
