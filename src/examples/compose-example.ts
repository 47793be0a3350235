import type { Place } from '../openapi/documents.ts';
import { isRecord, type JsonPath } from '../openapi/json-pointer.ts';
import { resolveReference } from './resolve-reference.ts';
import type { Sources } from './sources.ts';

/** An example as it is meant: with the examples that it is composed of put in. */
export interface ComposedExample {
  readonly value: unknown;
  /** Where the value under a path of the example stands: in the file that says it. */
  locate(path: JsonPath): Place;
  /** References of the example that lead nowhere, and why. */
  readonly broken: readonly { readonly place: Place; readonly trouble: string }[];
}

/** Whether an object is a reference to another example, and no object with a property of that name. */
export type IsComposition = (path: JsonPath) => boolean;

/**
 * Puts in what an example is composed of: `{ "$ref": "base.json", "content": … }` is the base with
 * other members, and `{ "allOf": [{ "$ref": … }, …] }` is all of them in one. An extension of
 * matrix-spec: "Use of `$ref` inside examples".
 */
export function composeExample(
  sources: Sources,
  example: Place,
  isComposition: IsComposition,
): ComposedExample {
  const broken: { place: Place; trouble: string }[] = [];
  /** What is being put in right now. */
  const open = new Set<unknown>();
  if (!hasReference(example.value, new Set()))
    return { value: example.value, locate: (path) => within(example, path), broken };

  /** What the `$ref` of an object leads to; nothing where it has none, or a property of that name. */
  const baseOf = (place: Place, at: JsonPath): Place | undefined => {
    if (!isRecord(place.value) || Array.isArray(place.value)) return undefined;
    const reference = place.value.$ref;
    if (typeof reference !== 'string' || !isComposition(at)) return undefined;
    const target = resolveReference(sources, place, reference);
    if (!('trouble' in target || open.has(target.value))) return target;
    const trouble = 'trouble' in target ? target.trouble : 'it leads back to itself';
    const where = { ...place, path: [...place.path, '$ref'], value: reference };
    if (!broken.some((one) => samePlace(one.place, where))) broken.push({ place: where, trouble });
    return undefined;
  };
  /** The parts of an object that is nothing but the sum of others. */
  const partsOf = (place: Place, at: JsonPath): readonly Place[] | undefined => {
    const { document, path, value } = place;
    if (!isRecord(value) || !Array.isArray(value.allOf) || Object.keys(value).length > 1) return;
    const parts: readonly unknown[] = value.allOf;
    const isSum = parts.every(isRecord) && parts.some((part) => typeof part.$ref === 'string');
    if (!isSum || !isComposition(at)) return undefined;
    return parts.map((part, index) => ({
      document,
      path: [...path, 'allOf', String(index)],
      value: part,
    }));
  };

  const expand = (place: Place, at: JsonPath): unknown => {
    const { value } = place;
    if (!isRecord(value)) return value;
    if (open.has(value)) {
      broken.push({ place, trouble: 'it leads back to itself' });
      return null;
    }
    open.add(value);
    try {
      const under = (key: string) =>
        expand({ ...place, path: [...place.path, key], value: value[key] }, [...at, key]);
      if (Array.isArray(value)) return value.map((_, index) => under(String(index)));
      const parts = partsOf(place, at);
      if (parts)
        return Object.fromEntries(
          parts.flatMap((part) => Object.entries(Object(expand(part, at)))),
        );
      const base = baseOf(place, at);
      const whole = base && expand(base, at);
      const keys = Object.keys(value).filter((key) => base === undefined || key !== '$ref');
      if (base !== undefined && keys.length === 0) return whole;
      const own = Object.fromEntries(keys.map((key) => [key, under(key)]));
      return isRecord(whole) && !Array.isArray(whole) ? { ...whole, ...own } : own;
    } finally {
      open.delete(value);
    }
  };

  const locate = (path: JsonPath): Place => {
    let place = example;
    for (const [depth, key] of path.entries()) {
      const next = memberOf(place, key, path.slice(0, depth));
      if (next === undefined) break;
      place = next;
    }
    return place;
  };
  const memberOf = (place: Place, key: string, at: JsonPath): Place | undefined => {
    const { value } = place;
    if (isRecord(value) && Object.hasOwn(value, key))
      return { ...place, path: [...place.path, key], value: value[key] };
    for (const part of partsOf(place, at)?.toReversed() ?? []) {
      const found = memberOf(part, key, at);
      if (found) return found;
    }
    const base = baseOf(place, at);
    return base && memberOf(base, key, at);
  };
  return { value: expand(example, []), locate, broken };
}

function within(place: Place, path: JsonPath): Place {
  let { value } = place;
  let depth = 0;
  for (const key of path) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) break;
    value = value[key];
    depth += 1;
  }
  return { ...place, path: [...place.path, ...path.slice(0, depth)], value };
}

function samePlace(a: Place, b: Place): boolean {
  return a.document === b.document && a.path.join('/') === b.path.join('/');
}

function hasReference(value: unknown, seen: Set<object>): boolean {
  if (!isRecord(value) || seen.has(value)) return false;
  seen.add(value);
  if (typeof value.$ref === 'string') return true;
  return Object.values(value).some((child) => hasReference(child, seen));
}
