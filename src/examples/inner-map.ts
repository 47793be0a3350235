/** The map under a key of a map of maps: a new one where there is none. */
export function innerMap<Value>(
  maps: Map<string, Map<unknown, Value>>,
  key: string,
): Map<unknown, Value> {
  const known = maps.get(key) ?? new Map<unknown, Value>();
  maps.set(key, known);
  return known;
}
