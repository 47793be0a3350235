import type { Level } from './requirement.ts';

/** What sort of thing was wrong. */
export type ViolationKind = 'status' | 'errcode' | 'schema' | 'header' | 'state' | 'value';

/** What decided a verdict: the kind of the deciding violation, or that the time was up. */
export type DecidingKind = ViolationKind | 'timeout';

/** Every kind by its name, in the order in which a message lists them. */
export const decidingKinds = [
  'schema',
  'status',
  'errcode',
  'state',
  'header',
  'value',
  'timeout',
] as const satisfies readonly DecidingKind[];

/** A requirement seen broken. */
export interface Violation {
  /** The id of the requirement: a scenario's, or one that every response is held to. */
  readonly requirement: string;
  readonly level: Level;
  readonly kind: ViolationKind;
  /** What was looked at: `the state of m.room.topic afterwards`. */
  readonly subject: string;
  /** One sentence. */
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** Whether it was seen in an operation under test; elsewhere it makes a scenario inconclusive. */
  readonly underTest: boolean;
  /** The index of the exchange in its transcript that shows it; none where no single one does. */
  readonly exchange?: number;
}
