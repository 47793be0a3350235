/** Headers by lower-case name; those that came twice are joined with `, `. */
export function joinHeaders(
  pairs: Iterable<readonly [string, string]>,
): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const [given, value] of pairs) {
    const name = given.toLowerCase();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
}
