/** The word that was probably meant: but for two letters the same, or begun by it, or its beginning. */
export function nearWord(asked: string, words: readonly string[]): string | undefined {
  if (asked.length < 3) return undefined;
  return (
    words.find((word) => distance(word, asked) <= 2) ??
    words.find((word) => word.startsWith(asked) || asked.startsWith(word))
  );
}

/** Levenshtein's distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
