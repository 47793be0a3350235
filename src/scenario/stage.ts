import type { AccountPool } from '../client/account-pool.ts';
import type { AuthLine } from '../client/auth/account-source.ts';
import type { Contract } from '../client/contract.ts';
import type { Line } from '../client/converse.ts';
import type { MadeUp } from '../client/made-up.ts';
import type { Requirement } from '../model/requirement.ts';
import type { ServerFacts } from '../model/run-result.ts';
import type { Means } from './means.ts';
import type { Patience } from './patience.ts';
import type { Tape } from './tape.ts';

/** All that one try of one scenario stands on. */
export interface Stage extends Line {
  readonly scenario: Requirement & { readonly operations: readonly string[] };
  readonly contract: Contract;
  readonly accounts: AccountPool;
  /** What is said here is not part of the scenario: getting users, and ending them. */
  readonly authLine: AuthLine;
  /** For accounts that are lent: whichever way they come, the scenario is told the same. */
  readonly accountLine: AuthLine;
  /** What the scenario makes up. */
  readonly madeUp: MadeUp;
  readonly patience: Patience;
  readonly facts: ServerFacts;
  readonly means: Means;
  readonly tape: Tape;
}

/** Whether a broken MUST in this operation is a failure, and not only in the way. */
export function isUnderTest(stage: Stage, operationId: string | undefined): boolean {
  return operationId === undefined || stage.scenario.operations.includes(operationId);
}
