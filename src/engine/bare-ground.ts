import type { Ground } from './run-scenario.ts';

/** What preflight stands on: a ground without accounts and facts, which it is to find. */
export type BareGround = Omit<Ground, 'accounts' | 'facts'>;
