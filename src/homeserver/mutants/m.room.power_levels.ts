import { besideOthersMutants } from './m.room.power_levels/beside-others.ts';
import { creatorPowerMutants } from './m.room.power_levels/creator-power.ts';
import { creatorMutants } from './m.room.power_levels/creators.ts';
import { deprecatedKeyMutants } from './m.room.power_levels/deprecated-keys.ts';
import { deprecatedLevelMutants } from './m.room.power_levels/deprecated-levels.ts';
import { effectMutants } from './m.room.power_levels/effects.ts';
import { entryMutants } from './m.room.power_levels/entries.ts';
import { everyVersionMutants } from './m.room.power_levels/every-version.ts';
import { firstLevelMutants } from './m.room.power_levels/first-levels.ts';
import { furtherCreatorMutants } from './m.room.power_levels/further-creators.ts';
import { listMutants } from './m.room.power_levels/lists.ts';
import { newRoomMutants } from './m.room.power_levels/new-room.ts';
import { putShapeMutants } from './m.room.power_levels/put-shape.ts';
import { rangeMutants } from './m.room.power_levels/range.ts';
import { scalarMutants } from './m.room.power_levels/scalars.ts';
import { shapeMutants } from './m.room.power_levels/shape.ts';
import { shapeOfUsersMutants } from './m.room.power_levels/shape-of-users.ts';
import { unguardedUserMutants } from './m.room.power_levels/unguarded-users.ts';
import { unnamedMemberMutants } from './m.room.power_levels/unnamed-members.ts';
import { unspecifiedMutants } from './m.room.power_levels/unspecified.ts';
import { userMutants } from './m.room.power_levels/users.ts';
import type { Mutant } from './mutant.ts';

/** The mutants of the suite `m.room.power_levels`. */
export const roomPowerLevelsMutants: readonly Mutant[] = [
  ...newRoomMutants,
  ...firstLevelMutants,
  ...effectMutants,
  ...unnamedMemberMutants,
  ...scalarMutants,
  ...listMutants,
  ...unguardedUserMutants,
  ...userMutants,
  ...besideOthersMutants,
  ...everyVersionMutants,
  ...shapeMutants,
  ...putShapeMutants,
  ...shapeOfUsersMutants,
  ...entryMutants,
  ...rangeMutants,
  ...deprecatedLevelMutants,
  ...deprecatedKeyMutants,
  ...creatorMutants,
  ...creatorPowerMutants,
  ...furtherCreatorMutants,
  ...unspecifiedMutants,
];
