/**
 * Whether a value of JSON holds no more than so many values. It looks at no more than that.
 * @param most how many
 */
export function hasFewValues(value: unknown, most: number): boolean {
  const open: unknown[] = [value];
  let seen = 0;
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    for (const name in one) {
      seen += 1;
      if (seen > most) return false;
      open.push((one as Record<string, unknown>)[name]);
    }
  }
  return true;
}
