import type { RunEvent } from '../model/run-event.ts';
import type { Verdict } from '../model/verdict.ts';

/** How far a run is. */
export interface ProgressState {
  readonly planned: number;
  readonly finished: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The scenarios under way, the oldest first, and how long a rate limit holds each up. */
  readonly underWay: readonly { readonly id: string; readonly waitMs: number }[];
}

/** A run that has not begun. */
export const notStarted: ProgressState = {
  planned: 0,
  finished: 0,
  counts: { fail: 0, error: 0, inconclusive: 0, advice: 0, unsupported: 0, pass: 0 },
  underWay: [],
};

/** How far the run is after an event. */
export function advance(state: ProgressState, event: RunEvent): ProgressState {
  switch (event.type) {
    case 'run-started':
      return { ...notStarted, planned: event.scenarios };
    case 'scenario-started':
      return { ...state, underWay: [...state.underWay, { id: event.id, waitMs: 0 }] };
    case 'rate-limited': {
      const { id, waitMs } = event;
      return {
        ...state,
        underWay: state.underWay.map((one) => (one.id === id ? { id, waitMs } : one)),
      };
    }
    case 'scenario-finished': {
      const { id, verdict } = event.outcome;
      return {
        ...state,
        finished: state.finished + 1,
        counts: { ...state.counts, [verdict]: state.counts[verdict] + 1 },
        underWay: state.underWay.filter((one) => one.id !== id),
      };
    }
    case 'run-finished':
      return { ...state, underWay: [] };
  }
}
