import { banningMutants } from './m.room.member/banning.ts';
import { blockedInviteMutants } from './m.room.member/blocked-invites.ts';
import { everyVersionMutants } from './m.room.member/every-version.ts';
import { invitingMutants } from './m.room.member/inviting.ts';
import { forbiddenJoinMutants, joiningMutants } from './m.room.member/joining.ts';
import { knockingMutants } from './m.room.member/knocking.ts';
import { leavingMutants } from './m.room.member/leaving.ts';
import { leftOpenMutants } from './m.room.member/left-open.ts';
import { malformedMemberMutants } from './m.room.member/malformed.ts';
import { ownProfileMutants } from './m.room.member/own-profile.ts';
import { memberPowerMutants } from './m.room.member/power.ts';
import { rankMutants } from './m.room.member/rank.ts';
import { restrictedMutants } from './m.room.member/restricted.ts';
import { thirdPartyMutants } from './m.room.member/third-party.ts';
import type { Mutant } from './mutant.ts';

/** The mutants of the suite `m.room.member`. */
export const roomMemberMutants: readonly Mutant[] = [
  ...ownProfileMutants,
  ...joiningMutants,
  ...forbiddenJoinMutants,
  ...leavingMutants,
  ...invitingMutants,
  ...banningMutants,
  ...memberPowerMutants,
  ...rankMutants,
  ...malformedMemberMutants,
  ...knockingMutants,
  ...restrictedMutants,
  ...thirdPartyMutants,
  ...blockedInviteMutants,
  ...everyVersionMutants,
  ...leftOpenMutants,
];
