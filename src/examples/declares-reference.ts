import type { Place } from '../openapi/documents.ts';
import { isRecord, type JsonPath } from '../openapi/json-pointer.ts';
import { compilePattern, isPattern } from '../schema/compile-pattern.ts';
import { placeUnder } from './place-under.ts';
import { resolveReference } from './resolve-reference.ts';
import type { Sources } from './sources.ts';

/** Whether a schema has a property that is really called `$ref`, for the value under a path. */
export function declaresReference(sources: Sources, schema: Place, path: JsonPath): boolean {
  let places = together(sources, [schema]);
  for (const key of path)
    places = together(
      sources,
      places.flatMap((place) => under(place, key)),
    );
  return places.some(({ value }) => {
    if (!isRecord(value)) return false;
    return isRecord(value.properties) && Object.hasOwn(value.properties, '$ref');
  });
}

/** Schemas, and all that speak of the same value: behind `$ref`, and in `allOf` and the like. */
function together(sources: Sources, places: readonly Place[]): readonly Place[] {
  const all = new Map<unknown, Place>();
  const add = (place: Place): void => {
    const { value } = place;
    if (!isRecord(value) || all.has(value)) return;
    all.set(value, place);
    if (typeof value.$ref === 'string') {
      const target = resolveReference(sources, place, value.$ref);
      if (!('trouble' in target)) add(target);
    }
    for (const word of ['allOf', 'anyOf', 'oneOf'])
      if (Array.isArray(value[word]))
        for (const [index, part] of value[word].entries())
          add(placeUnder(place, part, word, String(index)));
    for (const word of ['if', 'then', 'else']) add(placeUnder(place, value[word], word));
  };
  for (const place of places) add(place);
  return [...all.values()];
}

function under(place: Place, key: string): readonly Place[] {
  const { value } = place;
  if (!isRecord(value)) return [];
  const { properties, patternProperties, additionalProperties, items, prefixItems } = value;
  const found: Place[] = [];
  if (isRecord(properties) && Object.hasOwn(properties, key))
    found.push(placeUnder(place, properties[key], 'properties', key));
  for (const [pattern, part] of Object.entries(
    isRecord(patternProperties) ? patternProperties : {},
  ))
    if (isPattern(pattern) && compilePattern(pattern).test(key))
      found.push(placeUnder(place, part, 'patternProperties', pattern));
  if (found.length === 0 && isRecord(additionalProperties))
    found.push(placeUnder(place, additionalProperties, 'additionalProperties'));
  const first = isRecord(prefixItems) ? prefixItems[key] : undefined;
  if (first !== undefined) found.push(placeUnder(place, first, 'prefixItems', key));
  else if (isRecord(items)) found.push(placeUnder(place, items, 'items'));
  return found;
}
