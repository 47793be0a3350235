import type { Outcome } from './outcome.ts';
import type { PlanFacts, RunResult, ServerFacts } from './run-result.ts';

/** How many scenarios of a suite a run has. */
export interface SuiteSize {
  readonly suite: string;
  readonly scenarios: number;
}

/** What a run tells while it goes on. */
export type RunEvent =
  | {
      /** Before the run: the homeserver is not up yet. Told at each look, a few times a second. */
      readonly type: 'waiting';
      readonly target: string;
      /** What the last look saw, without its full stop. */
      readonly reason: string;
      readonly waitedMs: number;
      /** How long it is waited for at the most. */
      readonly waitMs: number;
    }
  | {
      readonly type: 'run-started';
      readonly plan: PlanFacts;
      readonly server: ServerFacts;
      readonly scenarios: number;
      /** How many of them are of which suite, in the order of the suites. */
      readonly suites?: readonly SuiteSize[];
    }
  | { readonly type: 'scenario-started'; readonly id: string }
  | { readonly type: 'rate-limited'; readonly id: string; readonly waitMs: number }
  | { readonly type: 'scenario-finished'; readonly outcome: Outcome }
  | { readonly type: 'run-finished'; readonly result: RunResult };
