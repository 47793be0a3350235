import type { Outcome, Try } from '../model/outcome.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Ground, runScenario } from './run-scenario.ts';

/**
 * Runs a scenario, and once more where it did not come to a clear end: the second try shows
 * whether the trouble is steady. It hides nothing: a requirement that was seen broken once is
 * broken, so `fail` and `advice` stay, whatever the second try says.
 * @param tries how often at the most: 1 or 2.
 */
export async function runWithTries(
  ground: Ground,
  scenario: Scenario,
  tries: 1 | 2,
  onWait?: (ms: number) => void,
): Promise<Outcome> {
  const first = await runScenario(ground, scenario, onWait);
  const again = tries === 2 && isWorthAnotherTry(first) && !ground.signal.aborted;
  const all = again ? [first, await runScenario(ground, scenario, onWait)] : [first];
  return outcomeOf(scenario, all);
}

function isWorthAnotherTry({ verdict }: Try): boolean {
  return verdict !== 'pass' && verdict !== 'unsupported';
}

/** The outcome of the tries, in the order in which they were run. */
export function outcomeOf(scenario: Scenario, tries: readonly Try[]): Outcome {
  const {
    run: _run,
    operations: _operations,
    unsafe: _unsafe,
    isIsolated: _isIsolated,
    ...requirement
  } = scenario;
  const decisive =
    tries.find(({ verdict }) => verdict === 'fail') ??
    tries.find(({ verdict }) => verdict === 'advice') ??
    tries.at(-1);
  return {
    ...requirement,
    verdict: decisive?.verdict ?? 'error',
    reason: decisive?.reason ?? 'it was never run',
    ...(decisive?.kind === undefined ? {} : { kind: decisive.kind }),
    intermittent: new Set(tries.map(({ verdict }) => verdict)).size > 1,
    tries,
    durationMs: tries.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

/** The outcome of a scenario that was planned and never started. */
export function neverRun(scenario: Scenario, reason: string): Outcome {
  return { ...outcomeOf(scenario, []), reason };
}

/** The outcome of a scenario that might do harm, and was not allowed to. */
export function unsafeNow(scenario: Scenario, harm: string): Outcome {
  const reason = `it might do harm (${harm}): --unsafe runs it`;
  return { ...outcomeOf(scenario, []), verdict: 'unsupported', reason };
}
