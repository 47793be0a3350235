import type { Parameter } from '../model/operation.ts';
import type { Documents, Place } from './documents.ts';
import { schemaUri } from './schema-uri.ts';

const places = ['path', 'query', 'header', 'cookie'] as const satisfies Parameter['in'][];

/** The parameters of a path and of one of its operations; the operation's own win. */
export function readParameters(
  documents: Documents,
  lists: readonly (Place | undefined)[],
): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const list of lists) {
    for (const place of documents.children(list).values()) {
      const parameter = readParameter(documents, place);
      parameters.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...parameters.values()];
}

function readParameter(documents: Documents, place: Place): Parameter {
  const name = documents.child(place, 'name')?.value;
  const named = documents.child(place, 'in')?.value;
  const where = places.find((each) => each === named);
  if (typeof name !== 'string' || where === undefined)
    throw documents.defect(
      place,
      'a parameter needs a `name`, and `in`: path, query, header or cookie',
    );
  const required = where === 'path' || documents.child(place, 'required')?.value === true;
  const schema = schemaUri(documents, place);
  return { name, in: where, required, ...(schema !== undefined && { schema }) };
}
