import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import type { Check } from './check.ts';
import type { Dialect } from './dialect.ts';

/** The examples, the default and the members of enumerations of one schema, but for those within it. */
export function checksIn(
  place: Place,
  schema: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): readonly Omit<Check, 'direction'>[] {
  const { document, path } = place;
  const check = (kind: Check['kind'], value: unknown, ...keys: string[]) => ({
    kind,
    value: { document, path: [...path, ...keys], value },
    schema: place,
    dialect,
  });
  // What stands beside a reference says nothing in OpenAPI 3.0.
  if (typeof schema.$ref === 'string' && dialect === '3.0') return [];
  const { examples } = schema;
  return [
    ...('example' in schema ? [check('example', schema.example, 'example')] : []),
    ...('default' in schema ? [check('default', schema.default, 'default')] : []),
    ...Object.entries(isRecord(examples) ? examples : {}).map(([key, value]) =>
      check('example', value, 'examples', key),
    ),
    ...(Array.isArray(schema.enum) ? schema.enum : []).map((value, index) =>
      check('enum', value, 'enum', String(index)),
    ),
    ...('const' in schema && dialect !== '3.0' ? [check('enum', schema.const, 'const')] : []),
  ];
}
