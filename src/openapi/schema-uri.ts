import type { Documents, Place } from './documents.ts';

/** The absolute URI of the schema that a place holds: a media type, a header, a parameter. */
export function schemaUri(documents: Documents, holder: Place): string | undefined {
  const schema = documents.child(holder, 'schema');
  return schema && documents.uri(schema);
}
