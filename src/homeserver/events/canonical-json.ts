/**
 * Canonical JSON (appendices/#canonical-json): no white space, members in the order of their
 * code points. The value has to be JSON without floats.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => byCodePoint(one, other))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** JavaScript compares UTF-16 units, which differs from code points beyond the basic plane only. */
function byCodePoint(one: string, other: string): number {
  if (/[\ud800-\udfff]/.test(one + other)) {
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  }
  return one < other ? -1 : 1;
}
