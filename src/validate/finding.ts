import type { ViolationKind } from '../model/violation.ts';
import type { EveryResponseId } from './every-response.ts';

/** What one look at a response came to: a violation, or a note that decides nothing. */
export interface Finding {
  /** The id of a requirement that every response is held to. */
  readonly requirement: EveryResponseId;
  readonly kind: ViolationKind;
  readonly severity: 'violation' | 'note';
  /** What was looked at: `the 200 of setRoomStateWithKey`. */
  readonly subject: string;
  /** One short sentence, without its full stop: `/event_id must be string`. */
  readonly message: string;
  /** Short: long values are cut, and say how long they were. */
  readonly expected: string;
  readonly actual: string;
  /** Of what breaks a schema: where, the same for every body that is wrong there. */
  readonly place?: string;
}
