import type { RunResult } from '../model/run-result.ts';

/** The two scores of the checker's own self-test, as shares from 0 to 1. */
export interface Score {
  /** Mutants killed, of all: 1 is best. `null` where no self-test of this version is known. */
  readonly mutationScore: number | null;
  /** Scenarios that passed on homeservers which do nothing, of all run there: 0 is best. */
  readonly nullScore: number | null;
}

function share(part: number, total: number): number | null {
  return total === 0 ? null : part / total;
}

/** How well the checker that made a result bites. */
export function score({ proof }: RunResult): Score {
  if (proof === undefined) return { mutationScore: null, nullScore: null };
  return {
    mutationScore: share(proof.mutants.killed, proof.mutants.total),
    nullScore: share(proof.nulls.passed, proof.nulls.total),
  };
}
