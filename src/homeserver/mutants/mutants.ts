import type { Mutant } from './mutant.ts';
import { roomStateMutants } from './room_state.ts';

/** All mutants, by the suite that is to kill them. */
export const mutants: readonly Mutant[] = [...roomStateMutants];
