import type { DocumentedRequest } from '../model/operation.ts';
import type { Documents, Place } from './documents.ts';
import { schemaUri } from './schema-uri.ts';

/** What a document says of the body of an operation's requests. */
export function readRequest(documents: Documents, body: Place): DocumentedRequest {
  const content: Record<string, string | undefined> = {};
  for (const [type, media] of documents.children(documents.child(body, 'content')))
    content[type] = schemaUri(documents, media);
  return { required: documents.child(body, 'required')?.value === true, content };
}
