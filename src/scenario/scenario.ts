import type { Requirement } from '../model/requirement.ts';
import type { Context } from './context.ts';

/** A requirement, and the story that shows whether it holds. */
export interface Scenario extends Requirement {
  /** The suite that it stands in: `room_state`. */
  readonly suite: string;
  /** The operations under test, by operationId: only there a broken MUST is a failure. */
  readonly operations: readonly string[];
  /** What it might do to a homeserver; none where it is harmless. */
  readonly unsafe?: string;
  /** Whether its users are lent to no other scenario afterwards, where others can be had. */
  readonly isIsolated?: boolean;
  /** Tells the story. Asks nothing of any other scenario and leaves nothing behind that matters. */
  run(context: Context): Promise<void>;
}
