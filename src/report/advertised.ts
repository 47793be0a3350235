import type { ServerFacts } from '../model/run-result.ts';

/** What versions a homeserver says that it has: `advertises v1.1 to v1.18`. */
export function advertised({ versions }: ServerFacts): string {
  const [first] = versions;
  const last = versions.at(-1);
  if (first === undefined || last === undefined) return 'advertises no version';
  return first === last ? `advertises ${first}` : `advertises ${first} to ${last}`;
}
