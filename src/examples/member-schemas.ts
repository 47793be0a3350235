import { isRecord } from '../openapi/json-pointer.ts';
import { compilePattern } from '../schema/compile-pattern.ts';
import type { SchemaCopy } from './schema-copy.ts';

/** The schemas that a member of an object has to match, by its name. */
export function memberSchemas(schema: SchemaCopy & object, name: string): readonly SchemaCopy[] {
  const { properties, patternProperties, additionalProperties } = schema;
  const found: SchemaCopy[] = [];
  if (isRecord(properties) && Object.hasOwn(properties, name))
    found.push(properties[name] as SchemaCopy);
  for (const [pattern, part] of Object.entries(
    isRecord(patternProperties) ? patternProperties : {},
  ))
    if (compilePattern(pattern).test(name)) found.push(part as SchemaCopy);
  if (found.length > 0 || additionalProperties === undefined) return found;
  return [additionalProperties as SchemaCopy];
}
