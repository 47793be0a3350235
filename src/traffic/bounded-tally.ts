/** Counts by name. */
export interface BoundedTally {
  add(name: string, count?: number): void;
  entries(): readonly (readonly [string, number])[];
}

/**
 * Counts no more than so many names, as those who are counted may make up ever new ones; the rest
 * is counted under one name together.
 */
export function boundedTally(most: number, others: string): BoundedTally {
  const counts = new Map<string, number>();
  return {
    add(name, count = 1) {
      const key = counts.has(name) || counts.size < most ? name : others;
      counts.set(key, (counts.get(key) ?? 0) + count);
    },
    entries: () => [...counts],
  };
}
