import type { RunEvent } from '../model/run-event.ts';
import type { Verdict } from '../model/verdict.ts';

/** How far one suite of a run is. */
export interface SuiteProgress {
  readonly suite: string;
  readonly planned: number;
  readonly finished: number;
  readonly counts: Readonly<Record<Verdict, number>>;
}

/** How far a run is. */
export interface ProgressState {
  readonly planned: number;
  readonly finished: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The scenarios under way, the oldest first, and how long a rate limit holds each up. */
  readonly suites: readonly SuiteProgress[];
  /** The waits for rate limits so far; those at the same time count each. */
  readonly waits: { readonly count: number; readonly ms: number };
  readonly underWay: readonly { readonly id: string; readonly waitMs: number }[];
}

const none = { fail: 0, error: 0, inconclusive: 0, advice: 0, unsupported: 0, pass: 0 };

/** A run that has not begun. */
export const notStarted: ProgressState = {
  planned: 0,
  finished: 0,
  counts: none,
  suites: [],
  waits: { count: 0, ms: 0 },
  underWay: [],
};

/** How far the run is after an event. */
export function advance(state: ProgressState, event: RunEvent): ProgressState {
  switch (event.type) {
    case 'waiting':
      return state;
    case 'run-started': {
      const suites = (event.suites ?? []).map(({ suite, scenarios }) => ({
        ...{ suite, planned: scenarios, finished: 0, counts: none },
      }));
      return { ...notStarted, planned: event.scenarios, suites };
    }
    case 'scenario-started':
      return { ...state, underWay: [...state.underWay, { id: event.id, waitMs: 0 }] };
    case 'rate-limited': {
      const { id, waitMs } = event;
      const { waits } = state;
      return {
        ...state,
        waits: { count: waits.count + 1, ms: waits.ms + waitMs },
        underWay: state.underWay.map((one) => (one.id === id ? { id, waitMs } : one)),
      };
    }
    case 'scenario-finished': {
      const { id, verdict, suite } = event.outcome;
      const suites = state.suites.map((one) => (one.suite === suite ? counted(one, verdict) : one));
      return {
        ...state,
        ...counted(state, verdict),
        suites,
        underWay: state.underWay.filter((one) => one.id !== id),
      };
    }
    case 'run-finished':
      return { ...state, underWay: [] };
  }
}

type Count = Pick<ProgressState, 'finished' | 'counts'>;

function counted<Counted extends Count>(one: Counted, verdict: Verdict): Counted {
  const counts = { ...one.counts, [verdict]: one.counts[verdict] + 1 };
  return { ...one, finished: one.finished + 1, counts };
}
