import type { Level } from '../model/requirement.ts';
import type { Stage } from './stage.ts';

/**
 * How grave it is when a homeserver breaks down. The specification does not say that it may not:
 * a scenario that demands something is not met then, and one that only observes gives advice.
 */
export function gravity({ scenario: { level } }: Pick<Stage, 'scenario'>): Level {
  return level === 'UNSPECIFIED' ? 'SHOULD' : level;
}
