import type { AccountOptions } from '../client/auth/account-options.ts';
import type { Expectations } from '../model/expectation.ts';
import type { Proof } from '../model/run-result.ts';
import type { Specification } from '../openapi/specification.ts';
import type { Suite } from '../scenario/suite.ts';

/** Who says all this, and how well it was seen to bite. */
export interface Checker {
  readonly version: string;
  readonly proof?: Proof;
}

/** Which part of a run this is: `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** All that a run is asked to do. */
export interface Plan {
  /** The homeserver's base URL: `http://localhost:8008`. */
  readonly target: string;
  /** Whether it was started for this run alone, and goes with it. */
  readonly embedded?: true;
  /** What the homeserver is held against. */
  readonly specification: Specification;
  /** The project's own documents, for operations that the specification given does not hold. */
  readonly fallback: Specification;
  readonly suites: readonly Suite[];
  readonly accounts: AccountOptions;
  /** Only scenarios whose id holds this text, in which `*` stands for anything; or a list of ids. */
  readonly only?: string | readonly string[];
  readonly shard?: Shard;
  /** A seed: the scenarios are begun in an order that it decides, instead of that of their suites. */
  readonly shuffle?: number;
  /** Runs also what might do harm to a homeserver. */
  readonly unsafe: boolean;
  /** What the homeserver is known to get wrong. */
  readonly expectations?: Expectations;
  /** Advice counts as failure. */
  readonly strict: boolean;
  /** How many scenarios run at once. */
  readonly concurrency: number;
  /** How long one try of one scenario may take, in ms. */
  readonly timeoutMs: number;
  /** How long to wait for the homeserver to come up, in ms. */
  readonly waitMs: number;
  /** How long a whole run may wait because the homeserver limits its rate, in ms; else 10 minutes. */
  readonly rateLimitWaitMs?: number;
  /** How often a scenario that does not pass is run, at the most. */
  readonly tries: 1 | 2;
  readonly checker: Checker;
}
