import type { Outcome } from './outcome.ts';
import type { PlanFacts, RunResult, ServerFacts } from './run-result.ts';

/** What a run tells while it goes on. */
export type RunEvent =
  | {
      readonly type: 'run-started';
      readonly plan: PlanFacts;
      readonly server: ServerFacts;
      readonly scenarios: number;
    }
  | { readonly type: 'scenario-started'; readonly id: string }
  | { readonly type: 'rate-limited'; readonly id: string; readonly waitMs: number }
  | { readonly type: 'scenario-finished'; readonly outcome: Outcome }
  | { readonly type: 'run-finished'; readonly result: RunResult };
