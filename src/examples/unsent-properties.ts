import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import type { Direction } from './directions.ts';
import { placeUnder } from './place-under.ts';
import { followReferences, resolveReference } from './resolve-reference.ts';
import type { Sources } from './sources.ts';

/**
 * The properties of a schema that are not sent in a direction: those that are `readOnly` in a
 * request, or `writeOnly` in a response (OpenAPI 3.0.4, section 4.7.24.2; JSON Schema Validation,
 * section 9.4), wherever in its `allOf` they are said to be.
 */
export function unsentProperties(
  sources: Sources,
  schema: Place,
  direction: Direction,
): readonly string[] {
  if (direction === undefined) return [];
  const word = direction === 'request' ? 'readOnly' : 'writeOnly';
  const names = new Set<string>();
  const seen = new Set<unknown>();

  const isUnsent = (place: Place, depth = 0): boolean => {
    const { value } = place;
    if (!isRecord(value) || depth > 20) return false;
    if (value[word] === true) return true;
    const parts = Array.isArray(value.allOf) ? value.allOf : [];
    if (
      parts.some((part, index) =>
        isUnsent(placeUnder(place, part, 'allOf', String(index)), depth + 1),
      )
    )
      return true;
    if (typeof value.$ref !== 'string') return false;
    const target = resolveReference(sources, place, value.$ref);
    return !('trouble' in target) && isUnsent(target, depth + 1);
  };
  const collect = (place: Place): void => {
    const { value } = place;
    if (!isRecord(value) || seen.has(value)) return;
    seen.add(value);
    if (isRecord(value.properties))
      for (const [name, part] of Object.entries(value.properties))
        if (isUnsent(placeUnder(place, part, 'properties', name))) names.add(name);
    if (Array.isArray(value.allOf))
      for (const [index, part] of value.allOf.entries()) {
        const member = placeUnder(place, part, 'allOf', String(index));
        collect(followReferences(sources, member) ?? member);
      }
  };
  collect(schema);
  return [...names];
}
