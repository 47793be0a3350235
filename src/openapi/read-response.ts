import type { DocumentedHeader, DocumentedResponse } from '../model/operation.ts';
import type { Documents, Place } from './documents.ts';
import { schemaUri } from './schema-uri.ts';

/** What a document says of one status of an operation. */
export function readResponse(documents: Documents, response: Place): DocumentedResponse {
  const content: Record<string, string | undefined> = {};
  for (const [type, media] of documents.children(documents.child(response, 'content')))
    content[type] = schemaUri(documents, media);
  const headers: Record<string, DocumentedHeader> = {};
  for (const [name, header] of documents.children(documents.child(response, 'headers'))) {
    const schema = schemaUri(documents, header);
    headers[name.toLowerCase()] = {
      required: documents.child(header, 'required')?.value === true,
      ...(schema !== undefined && { schema }),
    };
  }
  const description = documents.child(response, 'description')?.value;
  return { description: typeof description === 'string' ? description : '', content, headers };
}
