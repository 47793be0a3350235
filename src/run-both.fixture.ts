import { runPlan } from './engine/run-plan.ts';
import { mutants } from './homeserver/mutants/mutants.ts';
import { nullHomeservers } from './homeserver/null-homeservers.ts';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import { createPlan, type PlanOptions } from './library/create-plan.ts';
import type { RunResult } from './model/run-result.ts';
import { runVitest, type VitestRun } from './run-vitest.fixture.ts';

/** A homeserver that is about to listen. */
export type Started = Promise<{ readonly url: string; close(): Promise<void> }>;

/** Two whole runs, one of them in a process of its own, in ms. */
export const patience = 120_000;

/** Runs the same plan with the engine and with Vitest, and closes the homeserver. */
export async function runBoth(
  start: Started,
  options: Omit<PlanOptions, 'target' | 'only'> & { readonly only?: string } = {},
): Promise<{ engine: RunResult; vitest: VitestRun }> {
  const homeserver = await start;
  try {
    const { strict = false, only = '', expectations = '' } = options;
    const engine = await runPlan(await createPlan({ ...options, target: homeserver.url }));
    const vitest = await runVitest({
      TARGET: homeserver.url,
      STRICT: String(strict),
      ...(only !== '' && { ONLY: only }),
      ...(expectations !== '' && { EXPECTATIONS: expectations }),
    });
    return { engine, vitest };
  } finally {
    await homeserver.close();
  }
}

/** The reference homeserver with the fault of that id. */
export function mutant(id: string): Started {
  const found = mutants.find((one) => one.id === id);
  if (found === undefined) throw new TypeError(`there is no mutant ${id}`);
  return startHomeserver({ mutant: found });
}

/** The null homeserver of that name. */
export function nothing(name: string): Started {
  const found = nullHomeservers.find((one) => one.name === name);
  if (found === undefined) throw new TypeError(`there is no null homeserver ${name}`);
  return found.start();
}
