import { isRecord } from '../openapi/json-pointer.ts';
import { compilePattern } from '../schema/compile-pattern.ts';
import type { SchemaCopy } from './schema-copy.ts';

/** What has to be known of schemas to tell which of them look at a value. */
export interface Known {
  matches(copy: SchemaCopy, value: unknown): boolean;
  /** The copy behind the name in a `$ref`. */
  named(name: string): SchemaCopy;
}

/**
 * The names of the properties, or the indices of the items, that no word of a schema looks at but
 * its own `unevaluatedProperties` or `unevaluatedItems` (JSON Schema Core, section 11). Ajv decides
 * this when it compiles, and is wrong of a lone `if`, of `contains` and of branches with `items`.
 */
export function unevaluated(copy: SchemaCopy & object, value: object, known: Known): string[] {
  const found = new Set<string>();
  const word = Array.isArray(value) ? 'unevaluatedItems' : 'unevaluatedProperties';
  const { [word]: _own, ...others } = copy;
  addEvaluated(found, others, value, known);
  return Object.keys(value).filter((key) => !found.has(key));
}

function addEvaluated(
  found: Set<string>,
  schema: SchemaCopy,
  value: object,
  { matches, named }: Known,
): void {
  const add = (part: unknown): void => {
    if (!isRecord(part)) return;
    for (const key of Array.isArray(value) ? itemsOf(part, value) : namesOf(part, value))
      found.add(key);
    const { $ref, allOf, if: condition, dependentSchemas } = part;
    if (typeof $ref === 'string') add(named($ref));
    for (const one of listOf(allOf)) add(one);
    for (const branch of [...listOf(part.anyOf), ...listOf(part.oneOf)])
      if (isMatch(branch)) add(branch);
    if (condition !== undefined) {
      const isMet = isMatch(condition);
      if (isMet) add(condition);
      add(isMet ? part.then : part.else);
    }
    for (const [name, one] of Object.entries(isRecord(dependentSchemas) ? dependentSchemas : {}))
      if (Object.hasOwn(value, name)) add(one);
  };
  const isMatch = (part: unknown) => matches(part as SchemaCopy, value);
  const itemsOf = (part: Record<string, unknown>, items: readonly unknown[]): string[] => {
    const all = Object.keys(items);
    if (part.items !== undefined || part.unevaluatedItems !== undefined) return all;
    const first = all.slice(0, listOf(part.prefixItems).length);
    if (part.contains === undefined) return first;
    const contains = part.contains as SchemaCopy;
    return [...first, ...all.filter((index) => matches(contains, items[Number(index)]))];
  };
  add(schema);
}

function namesOf(schema: Record<string, unknown>, value: object): string[] {
  const names = Object.keys(value);
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = schema;
  if (additionalProperties !== undefined || unevaluatedProperties !== undefined) return names;
  const patterns = Object.keys(isRecord(patternProperties) ? patternProperties : {});
  const compiled = patterns.map(compilePattern);
  return names.filter(
    (name) =>
      (isRecord(properties) && Object.hasOwn(properties, name)) ||
      compiled.some((pattern) => pattern.test(name)),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
