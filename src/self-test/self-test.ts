import { openRegistration } from '../client/auth/open-registration.ts';
import { isMatch } from '../engine/is-match.ts';
import type { Mutant } from '../homeserver/mutants/mutant.ts';
import type { NullHomeserver } from '../homeserver/null-homeservers.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import { findOwnMutants } from './find-own-mutants.ts';
import { madeUpAccounts } from './made-up-accounts.ts';
import { type Probe, probe } from './probe.ts';
import type { SelfTestPlan } from './self-test-plan.ts';
import type { MutantResult, NullResult, SelfTestResult } from './self-test-result.ts';
import { wellEquipped } from './well-equipped.ts';

/** Runs the scenarios against the reference, each null homeserver, and the mutants that name them. */
export async function selfTest(whole: SelfTestPlan): Promise<SelfTestResult> {
  const plan = narrowed(whole);
  const { lane, lanes } = plan.share ?? { lane: 0, lanes: 1 };
  const isMine = (_: unknown, index: number) => index % lanes === lane;
  const step = plan.onStep ?? (() => {});
  step('the reference homeserver');
  const reference = (await probeReference(plan)).filter(didNotPass);
  const nulls: NullResult[] = [];
  for (const one of plan.nulls.filter(isMine)) {
    step(`null homeserver: ${one.name}`);
    nulls.push({ name: one.name, passed: await probeNull(plan, one) });
  }
  const mutants: MutantResult[] = [];
  const mine = plan.mutants.filter(isMine);
  for (const mutant of mine) {
    step(`mutant ${mutants.length + 1} of ${mine.length}: ${mutant.id}`);
    const { id, fault, killedBy } = mutant;
    const scenarios = plan.scenarios.filter((scenario) => killedBy.includes(scenario.id));
    const probes = (await probeReference({ ...plan, scenarios }, mutant)).filter(didNotPass);
    const notPassed = probes.map((one) => one.id);
    const unclear = probes.filter(isUnclear).map((one) => one.id);
    mutants.push({ id, fault, killedBy, notPassed, unclear });
  }
  const scenarios = plan.scenarios.map(({ id }) => id);
  const owners = plan.isQuick === true ? undefined : await findOwnMutants(plan, isMine, seenBy);
  return {
    scenarios,
    reference: reference.map(({ id, reason }) => ({ id, reason })),
    nulls,
    mutants,
    ...(owners === undefined ? {} : { owners }),
  };
}

/** Every scenario that does not pass on a mutant. */
async function seenBy(plan: SelfTestPlan, mutant: Mutant): Promise<readonly string[]> {
  return (await probeReference(plan, mutant)).filter(didNotPass).map(({ id }) => id);
}

/** What `only` and `mutant` leave of a plan: of other scenarios nothing is asked, and nothing expected. */
function narrowed(plan: SelfTestPlan): SelfTestPlan {
  const { only = '', mutant = '' } = plan;
  if (only === '' && mutant === '') return plan;
  const isMeant = (id: string) => isMatch(only, id);
  return {
    ...plan,
    isQuick: plan.isQuick ?? mutant !== '',
    nulls: mutant === '' ? plan.nulls : [],
    scenarios: plan.scenarios.filter(({ id }) => isMeant(id)),
    mutants: plan.mutants
      .filter(({ id }) => mutant.split(',').some((one) => isMatch(one, id)))
      .map((one) => ({ ...one, killedBy: one.killedBy.filter(isMeant) }))
      .filter(({ killedBy }) => killedBy.length > 0),
  };
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
