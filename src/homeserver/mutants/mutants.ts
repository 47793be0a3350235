import { directoryMutants } from './directory.ts';
import { roomCreateMutants } from './m.room.create.ts';
import { roomMemberMutants } from './m.room.member.ts';
import { roomPowerLevelsMutants } from './m.room.power_levels.ts';
import type { Mutant } from './mutant.ts';
import { roomStateMutants } from './room_state.ts';
import { roomsMutants } from './rooms.ts';

/** All mutants, by the suite that is to kill them. */
export const mutants: readonly Mutant[] = [
  ...roomStateMutants,
  ...roomsMutants,
  ...directoryMutants,
  ...roomCreateMutants,
  ...roomMemberMutants,
  ...roomPowerLevelsMutants,
];
