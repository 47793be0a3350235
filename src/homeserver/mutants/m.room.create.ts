import type { Mutant } from './mutant.ts';

/** The mutants of the suite `m.room.create`. */
export const roomCreateMutants: readonly Mutant[] = [];
