import type { BareGround } from './bare-ground.ts';

const mostNames = 200;
const longestName = 64;

/** Names that a homeserver gave, fit for a report: not too many, not too long, without secrets. */
export function shortList({ redactor }: BareGround, names: readonly string[]): readonly string[] {
  return names.slice(0, mostNames).map((name) => redactor.cleanHead(name, longestName));
}
