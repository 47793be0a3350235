import type { Proof } from '../model/run-result.ts';

/** What came of one faulty homeserver. */
export interface MutantResult {
  readonly id: string;
  readonly fault: string;
  /** The scenarios that have to see the fault, and those of them that did not pass. */
  readonly killedBy: readonly string[];
  readonly notPassed: readonly string[];
  /** Those that did not say that the homeserver is wrong, but that nobody can say. */
  readonly unclear: readonly string[];
}

/** Whether a scenario would be missed. */
export interface Owner {
  readonly scenario: string;
  /** A mutant that it alone sees; none where there is none. */
  readonly mutant?: string;
  /** Who else sees the mutants that name this scenario alone, where there is none. */
  readonly others: readonly string[];
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
  /** For each scenario a mutant of its own; none of them where that was not looked for. */
  readonly owners?: readonly Owner[];
}

/** A mutant counts as killed where each scenario that it names fails, or gives advice. */
export function isKilledAsNamed({ killedBy, notPassed, unclear }: MutantResult): boolean {
  return unclear.length === 0 && killedBy.every((id) => notPassed.includes(id));
}

/** The scenarios that are not the only killer of any mutant: nobody would miss them. */
export function withoutOwnMutant({ owners = [] }: SelfTestResult): readonly Owner[] {
  return owners.filter(({ mutant }) => mutant === undefined);
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

/** Whether all four sentences hold, or of those that were looked at each. */
export function holds(result: SelfTestResult): boolean {
  return (
    result.scenarios.length > 0 &&
    result.reference.length === 0 &&
    result.nulls.every(({ passed }) => passed.length === 0) &&
    result.mutants.every(isKilledAsNamed) &&
    withoutOwnMutant(result).length === 0
  );
}
