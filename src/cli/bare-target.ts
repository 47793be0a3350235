/** A target as a run names it: without a query, a fragment or a slash at its end. */
export function bareTarget(text: string): string {
  return text.replace(/[?#].*$/, '').replace(/\/+$/, '');
}
