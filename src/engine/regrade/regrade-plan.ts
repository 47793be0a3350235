import type { Plan } from '../plan.ts';

/** What a recorded run is graded with. */
export type RegradePlan = Pick<
  Plan,
  'suites' | 'specification' | 'fallback' | 'expectations' | 'strict' | 'checker'
>;
