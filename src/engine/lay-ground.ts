import type { AccountOptions } from '../client/auth/account-options.ts';
import { learnSecrets } from '../client/auth/choose-source.ts';
import { Contract } from '../client/contract.ts';
import { usualWaitBudgetMs } from '../client/rate-limit.ts';
import { Redactor } from '../client/redactor.ts';
import { Target } from '../client/target.ts';
import { WaitBudget } from '../client/wait-budget.ts';
import type { Means } from '../scenario/means.ts';
import type { BareGround } from './bare-ground.ts';
import type { Plan } from './plan.ts';
import { type Selection, selectScenarios } from './select-scenarios.ts';

/** What a plan comes to before the homeserver is asked anything. */
export interface LaidGround {
  readonly ground: BareGround;
  readonly selection: Selection;
}

function meansOf(given: AccountOptions): Means {
  const {
    adminToken,
    applicationServiceToken: token,
    applicationServicePrefix: prefix = '',
  } = given;
  return {
    ...(adminToken === undefined ? {} : { adminToken }),
    ...(token === undefined ? {} : { applicationService: { token, prefix } }),
  };
}

/**
 * Chooses the scenarios of a plan, and lays what they and preflight stand on. Asks nothing of the
 * homeserver. Whoever calls it closes `ground.target`.
 * @param signal aborted to end the run early.
 * @throws TypeError for a target that is no http(s) URL.
 */
export function layGround(plan: Plan, signal: AbortSignal): LaidGround {
  const redactor = new Redactor();
  learnSecrets(plan.accounts, redactor);
  const contract = new Contract(plan.specification, plan.fallback);
  const selection = selectScenarios(plan, contract);
  const target = new Target(plan.target);
  const waitBudget = new WaitBudget(plan.rateLimitWaitMs ?? usualWaitBudgetMs);
  const { timeoutMs } = plan;
  const means = meansOf(plan.accounts);
  return {
    ground: { target, means, redactor, contract, waitBudget, timeoutMs, signal },
    selection,
  };
}
