import type { Attempts } from '../../../src/scenario/observe.ts';
import type { User } from '../../../src/scenario/user.ts';
import { put } from '../../entry.ts';

/** Where odd contents are tried: in a room that may not be usable afterwards. */
export interface OddScene {
  readonly alice: User;
  readonly roomId: string;
  readonly ordinary: string;
}

/** Contents that the specification describes otherwise, and whose fate it leaves open. */
export interface OddContent {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly notes?: readonly string[];
  readonly attempts: (scene: OddScene) => Promise<Attempts> | Attempts;
}

/** One attempt for each content of a type, told by what it is. */
export function attemptsOf(
  roomId: string,
  eventType: string,
  contents: readonly (readonly [what: string, body: object])[],
): Attempts {
  return Object.fromEntries(
    contents.map(([what, body]) => [what, [put, { roomId, eventType, stateKey: '', body }]]),
  );
}
