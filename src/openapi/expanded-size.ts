import { isRecord } from './json-pointer.ts';

/**
 * How many values a document holds once each YAML alias is written out: a few lines of aliases of
 * aliases come to billions. `Infinity` for a value that holds itself.
 */
export function expandedSize(root: unknown): number {
  const known = new Map<object, number>();
  const size = (value: unknown): number => {
    if (!isRecord(value)) return 1;
    const before = known.get(value);
    if (before !== undefined) return before;
    known.set(value, Number.POSITIVE_INFINITY);
    let sum = 1;
    for (const child of Object.values(value)) sum += size(child);
    known.set(value, sum);
    return sum;
  };
  return size(root);
}
