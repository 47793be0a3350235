import type { Mutant } from './mutant.ts';

/** The mutants of the suite `m.room.member`. */
export const roomMemberMutants: readonly Mutant[] = [];
