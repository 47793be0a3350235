import type { Outcome } from '../model/outcome.ts';
import type { RunEvent, SuiteSize } from '../model/run-event.ts';
import type { RunResult } from '../model/run-result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { concludeRun, planFacts, specifiedOperations } from './conclude-run.ts';
import { layGround } from './lay-ground.ts';
import type { Plan } from './plan.ts';
import { preflight } from './preflight.ts';
import { runScenarios } from './run-scenarios.ts';
import { neverRun } from './run-with-tries.ts';

/** How to follow a run, and how to end it early. */
export interface RunControl {
  readonly onEvent?: (event: RunEvent) => void;
  /** Aborted to end the run: what was not run is then told as such. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a plan against its target. Every planned scenario has exactly one outcome in the result,
 * also where preflight found that none of them can be run.
 * @throws TypeError for a target that is no http(s) URL.
 */
export async function runPlan(plan: Plan, control: RunControl = {}): Promise<RunResult> {
  const startedAt = new Date();
  const signal = control.signal ?? new AbortController().signal;
  const { ground: bare, selection } = layGround(plan, signal);
  const emit = control.onEvent ?? (() => {});
  const outcomes: Outcome[] = [];
  const { url: target } = bare.target;
  const onWaiting = (reason: string, waitedMs: number) =>
    emit({ type: 'waiting', target, reason, waitedMs, waitMs: plan.waitMs });
  try {
    // Nothing to run: then there is nothing to ask the homeserver either.
    const isEmpty = selection.scenarios.length === 0;
    const flight = isEmpty ? undefined : await preflight(plan, bare, onWaiting);
    if (flight?.accounts !== undefined) {
      const { facts, accounts } = flight;
      const scenarios = selection.scenarios.length;
      const suites = sizesOf(selection.scenarios);
      emit({ type: 'run-started', plan: planFacts(plan), server: facts, scenarios, suites });
      const ground = { ...bare, facts, accounts };
      outcomes.push(...(await runScenarios(plan, ground, selection.scenarios, emit)));
    }
    const interrupted = signal.aborted;
    const problems = [...selection.problems, ...(flight?.problems ?? [])];
    if (flight !== undefined && flight.accounts === undefined) {
      const why = interrupted
        ? 'the run was interrupted before it began'
        : flight.problems.join(' ');
      outcomes.push(...selection.scenarios.map((scenario) => neverRun(scenario, why)));
    }
    const specified = specifiedOperations(plan);
    const ended = {
      startedAt,
      outcomes,
      problems,
      interrupted,
      server: flight?.facts,
      specified,
    };
    const result = concludeRun(planFacts(plan), plan.checker, ended);
    emit({ type: 'run-finished', result });
    return result;
  } finally {
    await bare.target.close();
  }
}

function sizesOf(scenarios: readonly Scenario[]): readonly SuiteSize[] {
  const sizes = new Map<string, number>();
  for (const { suite } of scenarios) sizes.set(suite, (sizes.get(suite) ?? 0) + 1);
  return [...sizes].map(([suite, count]) => ({ suite, scenarios: count }));
}
