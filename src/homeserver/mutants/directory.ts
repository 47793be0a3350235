import type { Mutant } from './mutant.ts';

/** The mutants of the suite `directory`. */
export const directoryMutants: readonly Mutant[] = [];
