import type { Misfit } from './misfit.ts';

const missing = 'lacks the required property ';

/**
 * One misfit for each value that is wrong: a value that is no user id breaks a format and a pattern,
 * and is to be mended once. What is missing from one value is told together.
 */
export function oneAPlace(misfits: readonly Misfit[]): readonly Misfit[] {
  const byPlace = new Map<string, Misfit[]>();
  for (const misfit of misfits) {
    const key = JSON.stringify(misfit.path);
    byPlace.set(key, [...(byPlace.get(key) ?? []), misfit]);
  }
  return [...byPlace.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const all = [first, ...others].filter(({ message }) => message.startsWith(missing));
    if (all.length < 2) return [first];
    const names = new Set(all.map(({ message }) => message.slice(missing.length)));
    if (names.size === 1) return [first];
    return [{ ...first, message: `lacks the required properties ${[...names].join(', ')}` }];
  });
}
