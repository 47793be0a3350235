import type { Homeserver } from '../homeserver.ts';

/** The reference homeserver with one deliberate fault, which shows whether a checker sees it. */
export interface Mutant {
  /** Readable and permanent, such as `put-forgets-the-second-key`. */
  readonly id: string;
  /** What is wrong, in one sentence. */
  readonly fault: string;
  /** The ids of exactly those scenarios that do not pass then. */
  readonly killedBy: readonly string[];
  /** Puts the fault into a homeserver that has just been made. */
  mutate(homeserver: Homeserver): void;
}
