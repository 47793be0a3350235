import { AccountPool } from '../client/account-pool.ts';
import type { AccountSource } from '../client/auth/account-source.ts';
import { Contract } from '../client/contract.ts';
import { Redactor } from '../client/redactor.ts';
import { Target } from '../client/target.ts';
import { WaitBudget } from '../client/wait-budget.ts';
import { runScenario } from '../engine/run-scenario.ts';
import type { ServerFacts } from '../model/run-result.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Specification } from '../openapi/specification.ts';
import type { Means } from '../scenario/means.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What a scenario came to, in short. */
export interface Probe {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

const facts: ServerFacts = {
  software: 'matrix-conformance homeserver',
  versions: ['v1.16'],
  roomVersions: [],
  defaultRoomVersion: '',
  accounts: '',
  roomVersion: '11',
};

/** What is to be taken as known of a homeserver, and what was given for it. */
export type KnownOf = Partial<ServerFacts> & { readonly means?: Means };

/** How many scenarios run at once. */
const concurrency = 4;
/** None of the homeservers here has a reason to take longer, in ms. */
const timeoutMs = 5000;

/**
 * Runs every scenario once against a homeserver of ours, without asking first what it can do.
 * @param known what is to be taken as known of it, such as the room version to use.
 */
export async function probe(
  url: string,
  specification: Specification,
  accounts: AccountSource,
  scenarios: readonly Scenario[],
  { means = {}, ...known }: KnownOf = {},
): Promise<readonly Probe[]> {
  const target = new Target(url);
  const ground = {
    target,
    redactor: new Redactor(),
    contract: new Contract(specification, specification),
    accounts: new AccountPool(accounts),
    facts: { ...facts, ...known },
    means,
    waitBudget: new WaitBudget(timeoutMs),
    timeoutMs,
    signal: new AbortController().signal,
  };
  const queue = [...scenarios];
  const probes: Probe[] = [];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { verdict, reason } = await runScenario(ground, next);
      probes.push({ id: next.id, verdict, reason });
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, work));
    return probes;
  } finally {
    await target.close();
  }
}
