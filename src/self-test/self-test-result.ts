import type { Proof } from '../model/run-result.ts';

/** What came of one faulty homeserver. */
export interface MutantResult {
  readonly id: string;
  readonly fault: string;
  /** The scenarios that have to see the fault, and all that did not pass. */
  readonly killedBy: readonly string[];
  readonly notPassed: readonly string[];
  /** Those of them that did not say that the homeserver is wrong, but that nobody can say. */
  readonly unclear: readonly string[];
}

/** What came of one homeserver that does nothing. */
export interface NullResult {
  readonly name: string;
  /** The scenarios that passed all the same. */
  readonly passed: readonly string[];
}

/** How well the checker bites: plain data. */
export interface SelfTestResult {
  readonly scenarios: readonly string[];
  /** The scenarios that the reference homeserver does not pass, each with the reason. */
  readonly reference: readonly { readonly id: string; readonly reason: string }[];
  readonly nulls: readonly NullResult[];
  readonly mutants: readonly MutantResult[];
  /** Not all mutants were looked at: which scenario is the only killer of one is not known then. */
  readonly isPartial?: boolean;
}

/** A mutant counts as killed where exactly the scenarios that it names fail, or give advice. */
export function isKilledAsNamed({ killedBy, notPassed, unclear }: MutantResult): boolean {
  return unclear.length === 0 && [...killedBy].sort().join() === [...notPassed].sort().join();
}

/** The scenarios that are not the only killer of any mutant: nobody would miss them. */
export function withoutOwnMutant({ scenarios, mutants }: SelfTestResult): readonly string[] {
  const owners = mutants
    .filter(({ notPassed }) => notPassed.length === 1)
    .flatMap(({ notPassed }) => notPassed);
  return scenarios.filter((id) => !owners.includes(id));
}

/** The scores. `checker` is the version that they are of. */
export function proofOf(result: SelfTestResult, checker: string): Proof {
  const { mutants, nulls, scenarios } = result;
  return {
    checker,
    mutants: {
      killed: mutants.filter(({ notPassed, unclear }) => notPassed.length > unclear.length).length,
      total: mutants.length,
    },
    nulls: {
      passed: nulls.reduce((sum, { passed }) => sum + passed.length, 0),
      total: nulls.length * scenarios.length,
    },
  };
}

/** Whether all four sentences hold, or of a part of the mutants the first three. */
export function holds(result: SelfTestResult): boolean {
  return (
    result.scenarios.length > 0 &&
    result.reference.length === 0 &&
    result.nulls.every(({ passed }) => passed.length === 0) &&
    result.mutants.every(isKilledAsNamed) &&
    (result.isPartial === true || withoutOwnMutant(result).length === 0)
  );
}
