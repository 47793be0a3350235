import type { AccountPool } from '../client/account-pool.ts';
import type { AuthLine } from '../client/auth/account-source.ts';
import type { Contract } from '../client/contract.ts';
import type { Line } from '../client/converse.ts';
import type { Requirement } from '../model/requirement.ts';
import type { ServerFacts } from '../model/run-result.ts';
import type { Means } from './means.ts';
import type { Tape } from './tape.ts';

/** All that one try of one scenario stands on. */
export interface Stage extends Line {
  readonly scenario: Requirement & { readonly operations: readonly string[] };
  readonly contract: Contract;
  readonly accounts: AccountPool;
  /** For getting accounts: what is said there is not part of the scenario. */
  readonly authLine: AuthLine;
  readonly facts: ServerFacts;
  readonly means: Means;
  readonly tape: Tape;
}

/** Whether a broken MUST in this operation is a failure, and not only in the way. */
export function isUnderTest(stage: Stage, operationId: string | undefined): boolean {
  return operationId === undefined || stage.scenario.operations.includes(operationId);
}
