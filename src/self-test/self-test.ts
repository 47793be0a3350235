import { openRegistration } from '../client/auth/open-registration.ts';
import { isMatch } from '../engine/is-match.ts';
import type { Mutant } from '../homeserver/mutants/mutant.ts';
import type { NullHomeserver } from '../homeserver/null-homeservers.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import type { Specification } from '../openapi/specification.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { madeUpAccounts } from './made-up-accounts.ts';
import { type Probe, probe } from './probe.ts';
import type { MutantResult, NullResult, SelfTestResult } from './self-test-result.ts';
import { wellEquipped } from './well-equipped.ts';

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
  /** Holds each mutant against the scenarios that it names, and no others: quick, and not the proof. */
  readonly named?: boolean;
  /** Told what is looked at next. */
  readonly onStep?: (what: string) => void;
}

/** Runs every scenario against the reference, each null homeserver and each mutant. */
export async function selfTest(whole: SelfTestPlan): Promise<SelfTestResult> {
  const plan = narrowed(whole);
  const step = plan.onStep ?? (() => {});
  step('the reference homeserver');
  const reference = (await probeReference(plan)).filter(didNotPass);
  const nulls: NullResult[] = [];
  for (const one of plan.nulls) {
    step(`null homeserver: ${one.name}`);
    nulls.push({ name: one.name, passed: await probeNull(plan, one) });
  }
  const mutants: MutantResult[] = [];
  for (const mutant of plan.mutants) {
    step(`mutant ${mutants.length + 1} of ${plan.mutants.length}: ${mutant.id}`);
    const { id, fault, killedBy } = mutant;
    const probes = (await probeReference(named(plan, mutant), mutant)).filter(didNotPass);
    const notPassed = probes.map((one) => one.id);
    const unclear = probes.filter(isUnclear).map((one) => one.id);
    mutants.push({ id, fault, killedBy, notPassed, unclear });
  }
  const scenarios = plan.scenarios.map(({ id }) => id);
  return {
    scenarios,
    reference: reference.map(({ id, reason }) => ({ id, reason })),
    nulls,
    mutants,
  };
}

/** What `only` and `mutant` leave of a plan: of other scenarios nothing is asked, and nothing expected. */
function narrowed(plan: SelfTestPlan): SelfTestPlan {
  const { only = '', mutant = '' } = plan;
  if (only === '' && mutant === '') return plan;
  const isMeant = (id: string) => isMatch(only, id);
  return {
    ...plan,
    nulls: mutant === '' ? plan.nulls : [],
    scenarios: plan.scenarios.filter(({ id }) => isMeant(id)),
    mutants: plan.mutants
      .filter(({ id }) => mutant.split(',').some((one) => isMatch(one, id)))
      .map((one) => ({ ...one, killedBy: one.killedBy.filter(isMeant) }))
      .filter(({ killedBy }) => killedBy.length > 0),
  };
}

/** What a mutant is held against. */
function named(plan: SelfTestPlan, { killedBy }: Mutant): SelfTestPlan {
  if (plan.named !== true) return plan;
  return { ...plan, scenarios: plan.scenarios.filter(({ id }) => killedBy.includes(id)) };
}

/** A run would end with these in "cannot say", and not in "does not conform". */
function isUnclear({ verdict }: Probe): boolean {
  return verdict !== 'fail' && verdict !== 'advice';
}

function didNotPass({ verdict }: Probe): boolean {
  return verdict !== 'pass';
}

async function probeReference(plan: SelfTestPlan, mutant?: Mutant): Promise<readonly Probe[]> {
  const { options, known } = wellEquipped;
  const homeserver = await startHomeserver({ ...options, ...(mutant && { mutant }) });
  try {
    const accounts = openRegistration();
    return await probe(homeserver.url, plan.specification, accounts, plan.scenarios, known);
  } finally {
    await homeserver.close();
  }
}

/** Its users are made up; the meaner ones also get a chance to register some of their own. */
async function probeNull(plan: SelfTestPlan, one: NullHomeserver): Promise<readonly string[]> {
  const passed = new Set<string>();
  for (const accounts of [madeUpAccounts(), openRegistration()]) {
    const homeserver = await one.start();
    try {
      const { known } = wellEquipped;
      const { url } = homeserver;
      const probes = await probe(url, plan.specification, accounts, plan.scenarios, known);
      for (const { id, verdict } of probes) if (verdict === 'pass') passed.add(id);
    } finally {
      await homeserver.close();
    }
  }
  return [...passed];
}
