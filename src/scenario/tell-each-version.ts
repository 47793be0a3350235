import type { Stage } from './stage.ts';
import { unsupported } from './stop-scenario.ts';

/** The room versions that the specification knows, the oldest first. */
const known = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];

/** From one room version to another, both included; from the first, or to the last. */
export interface VersionRange {
  readonly from?: number;
  readonly to?: number;
}

/**
 * Tells a story once for each room version in a range that the homeserver offers, the oldest first.
 * What is found then says in which version, and each telling has the whole time of a scenario.
 * Unsupported where it offers none of them.
 */
export async function tellEachVersion(
  stage: Stage,
  { from = 1, to = known.length }: VersionRange,
  tell: (version: string) => Promise<void>,
): Promise<void> {
  const wanted = known.slice(from - 1, to);
  const offered = wanted.filter((version) => stage.facts.roomVersions.includes(version));
  if (offered.length === 0) {
    const which = wanted.length === 1 ? `room version ${from}` : `room versions ${from} to ${to}`;
    throw unsupported(`the homeserver offers none of ${which} in /capabilities`);
  }
  for (const version of offered) {
    stage.tape.setScene(`in a room of version ${version}`);
    stage.deadline.renew();
    await tell(version);
  }
  stage.tape.setScene('');
}
