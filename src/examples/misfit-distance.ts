import type { JsonPath } from '../openapi/json-pointer.ts';
import type { Misfit } from './misfit.ts';

/**
 * How far a value is from a branch that does not allow it. Another sort of value is farthest; then
 * comes another tag (`const`, `enum`), which says that another branch was meant; then what is missing.
 */
export function misfitDistance(misfits: readonly Misfit[], at: JsonPath): number {
  return misfits.reduce((sum, { keyword, path }) => {
    const depth = path.length - at.length;
    if (keyword === 'type' && depth === 0) return sum + 1000;
    if (keyword === 'const' || keyword === 'enum') return sum + (depth <= 1 ? 100 : 10);
    if (keyword === 'required') return sum + 20;
    return sum + (depth === 0 ? 15 : 10);
  }, 0);
}
