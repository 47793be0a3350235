/** A number with its noun: `1 scenario`, `58 scenarios`. */
export function plural(count: number, noun: string): string {
  // Not toLocaleString: its first call loads the tables of every language.
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${grouped} ${noun}${count === 1 ? '' : 's'}`;
}
