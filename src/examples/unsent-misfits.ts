import type { Place } from '../openapi/documents.ts';
import { isRecord, type JsonPath } from '../openapi/json-pointer.ts';
import type { Misfit } from './misfit.ts';
import type { SchemaCopy } from './schema-copy.ts';

/** The properties of a value that are not sent in the direction of a copy, each at its place. */
export function unsentMisfits(
  schema: SchemaCopy & object,
  value: unknown,
  path: JsonPath,
  place: Place,
): readonly Misfit[] {
  if (!Array.isArray(schema.unsent) || !isRecord(value)) return [];
  const message = 'is a property that is not sent that way';
  return schema.unsent
    .filter((name: string) => Object.hasOwn(value, name))
    .map((name: string) => ({ path: [...path, name], keyword: 'unsent', message, schema: place }));
}
