import type { Mutant } from '../homeserver/mutants/mutant.ts';
import type { NullHomeserver } from '../homeserver/null-homeservers.ts';
import type { Specification } from '../openapi/specification.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What is proven, and on what. */
export interface SelfTestPlan {
  readonly scenarios: readonly Scenario[];
  readonly specification: Specification;
  readonly mutants: readonly Mutant[];
  readonly nulls: readonly NullHomeserver[];
  /** Only scenarios whose id holds this text, and the mutants that name one of them. */
  readonly only?: string;
  /** Only mutants whose id holds this text, or one of several with commas; no null homeservers. */
  readonly mutant?: string;
  /** Does not look for the mutants that one scenario alone sees: quick, and not the whole proof. */
  readonly isQuick?: boolean;
  /** A share of the work: of `lanes` lanes, each takes every n-th homeserver. */
  readonly share?: { readonly lane: number; readonly lanes: number };
  /** Told what is looked at next. */
  readonly onStep?: (what: string) => void;
}
