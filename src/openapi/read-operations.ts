import type { Operation } from '../model/operation.ts';
import { apiName } from './api-name.ts';
import type { Documents, Place } from './documents.ts';
import { isRecord } from './json-pointer.ts';
import { readOperation } from './read-operation.ts';
import type { SpecificationError } from './specification-error.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * Every operation of the documents, in their order.
 *
 * @throws SpecificationError for a document that is no OpenAPI 3, for an operation without an
 * `operationId` or responses, and for an `operationId` that stands twice in one API
 */
export function readOperations(documents: Documents, roots: readonly string[]): Operation[] {
  const operations: Operation[] = [];
  const places = new Map<string, Place>();
  for (const root of roots) {
    const document = openApiDocument(documents, root);
    const info = documents.child(document, 'info');
    const api = apiName(root, String((info && documents.child(info, 'title')?.value) ?? ''));
    for (const [pathKey, pathItem] of documents.children(documents.child(document, 'paths'))) {
      if (!pathKey.startsWith('/')) continue;
      const children = documents.children(pathItem);
      for (const method of methods) {
        const place = children.get(method);
        if (place === undefined) continue;
        const at = { api, method, pathKey, document, pathItem, operation: place };
        const operation = readOperation(documents, at);
        const identity = `${api} ${operation.operationId}`;
        const first = places.get(identity);
        if (first) throw twice(documents, operation.operationId, api, first, place);
        places.set(identity, place);
        operations.push(operation);
      }
    }
  }
  return operations;
}

function openApiDocument(documents: Documents, uri: string): Place {
  const place = documents.at(uri) ?? { document: uri, path: [], value: undefined };
  const { value } = place;
  if (!isRecord(value) || typeof value.openapi !== 'string' || !/^3\.\d/.test(value.openapi))
    throw documents.defect(
      place,
      'this is no OpenAPI 3 document: it has no `openapi: 3.x`',
      'openapi',
    );
  if (!isRecord(value.paths))
    throw documents.defect(place, 'this document has no `paths`', 'paths');
  return place;
}

function twice(
  documents: Documents,
  id: string,
  api: string,
  first: Place,
  again: Place,
): SpecificationError {
  const { file, line } = documents.locate(first);
  const what = `the operationId ${id} stands twice in ${api}, first at ${file}:${line}`;
  return documents.defect(again, what, 'operationId');
}
