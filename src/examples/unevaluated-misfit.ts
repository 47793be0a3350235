import type { Place } from '../openapi/documents.ts';
import type { JsonPath } from '../openapi/json-pointer.ts';
import type { Misfit } from './misfit.ts';

/** That something stands at a path which no schema looks at, where that is not allowed. */
export function unevaluatedMisfit(
  path: JsonPath,
  keyword: 'unevaluatedItems' | 'unevaluatedProperties',
  schema: Place,
): Misfit {
  const what = keyword === 'unevaluatedItems' ? 'an item' : 'a property';
  return {
    path,
    keyword,
    message: `is ${what} that the schema does not allow`,
    schema: { ...schema, path: [...schema.path, keyword] },
  };
}
