import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

/** A fault as a row: its id, what is wrong, the scenarios of this suite that see it, and itself. */
export type Fault = readonly [
  id: string,
  fault: string,
  scenarios: string | readonly string[],
  mutate: (homeserver: Homeserver) => void,
];

/** The mutants of rows of faults. */
export function faults(rows: readonly Fault[]): readonly Mutant[] {
  return rows.map(([id, fault, scenarios, mutate]) => ({
    id,
    fault,
    killedBy: killedBy('m.room.member', ...[scenarios].flat()),
    mutate,
  }));
}
