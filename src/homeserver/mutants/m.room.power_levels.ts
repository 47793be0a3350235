import type { Mutant } from './mutant.ts';

/** The mutants of the suite `m.room.power_levels`. */
export const roomPowerLevelsMutants: readonly Mutant[] = [];
