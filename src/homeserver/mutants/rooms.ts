import type { Mutant } from './mutant.ts';

/** The mutants of the suite `rooms`. */
export const roomsMutants: readonly Mutant[] = [];
