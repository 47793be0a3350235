import type { Mutant } from '../homeserver/mutants/mutant.ts';
import type { SelfTestPlan } from './self-test-plan.ts';
import type { Owner } from './self-test-result.ts';

type SeenBy = (plan: SelfTestPlan, mutant: Mutant) => Promise<readonly string[]>;

/**
 * For each scenario a mutant that it alone sees. Each candidate is a whole run, so that only those
 * are tried that name no other scenario, and none any more once one is found.
 * @param isMine whether a scenario is of this share.
 */
export async function findOwnMutants(
  plan: SelfTestPlan,
  isMine: (scenario: unknown, index: number) => boolean,
  seenBy: SeenBy,
): Promise<readonly Owner[]> {
  const owners: Owner[] = [];
  const scenarios = plan.scenarios.filter(isMine);
  for (const { id } of scenarios) {
    plan.onStep?.(`own mutant ${owners.length + 1} of ${scenarios.length}: ${id}`);
    owners.push(await findOwner(plan, id, seenBy));
  }
  return owners;
}

async function findOwner(plan: SelfTestPlan, scenario: string, seenBy: SeenBy): Promise<Owner> {
  const others = new Set<string>();
  for (const mutant of plan.mutants) {
    if (mutant.killedBy.join() !== scenario) continue;
    const seen = await seenBy(plan, mutant);
    if (seen.join() === scenario) return { scenario, mutant: mutant.id, others: [] };
    for (const other of seen) if (other !== scenario) others.add(other);
  }
  return { scenario, others: [...others] };
}
