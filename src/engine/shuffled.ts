/** The items in an order that a seed decides: the same seed, the same order. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const chance = chances(seed);
  const keyed = items.map((item) => ({ item, key: chance() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

/** Marsaglia's xorshift: good enough for an order, and the same everywhere. */
function chances(seed: number): () => number {
  // Zero would stay zero, and small seeds begin alike.
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x6d2b79f5) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
