import type { ErrorObject } from 'ajv';

/** Words of a schema that leave a choice. */
export const branching: readonly string[] = ['oneOf', 'anyOf', 'if'];

/**
 * The one error to tell. Where no branch of a `oneOf` or `anyOf` holds, that is the error of the
 * branch that came farthest into the value; a branch that was left at once was not meant.
 */
export function nearestError(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const last = errors.at(-1);
  if (last === undefined || !branching.includes(last.keyword)) return last;
  // Several branches hold: there is no error of a branch to tell.
  if (last.keyword === 'oneOf' && Array.isArray(last.params.passingSchemas)) return last;
  const within = errors
    .slice(0, -1)
    .filter((error) => error.instancePath.startsWith(last.instancePath));
  return within.toSorted((a, b) => farness(b) - farness(a))[0] ?? last;
}

/**
 * How far into the value. At the same depth another sort of value is farther off; and a tag that is
 * another one (`const`, `enum`) says only that the value around it is of another sort.
 */
function farness({ instancePath, keyword }: ErrorObject): number {
  const depth = instancePath.split('/').length * 2;
  if (keyword === 'const' || keyword === 'enum') return depth - 3;
  return ['type', ...branching].includes(keyword) ? depth - 1 : depth;
}
