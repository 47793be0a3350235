import type { DocumentedRequest, DocumentedResponse, Operation } from '../model/operation.ts';
import { basePath } from './base-path.ts';
import type { Documents, Place } from './documents.ts';
import { isRecord } from './json-pointer.ts';
import { readParameters } from './read-parameters.ts';
import { readRequest } from './read-request.ts';
import { readResponse } from './read-response.ts';

/** Where an operation stands. */
export interface OperationPlace {
  readonly api: string;
  readonly method: string;
  readonly pathKey: string;
  readonly document: Place;
  readonly pathItem: Place;
  readonly operation: Place;
}

/** Reads one operation; everything behind `$ref` counts as if it stood there. */
export function readOperation(documents: Documents, at: OperationPlace): Operation {
  const { api, document, pathItem, operation } = at;
  const own = (key: string) => documents.child(operation, key);
  const operationId = own('operationId')?.value;
  if (typeof operationId !== 'string' || operationId === '')
    throw documents.defect(operation, 'an operation needs an `operationId`');
  const inherited = (key: string) =>
    own(key) ?? documents.child(pathItem, key) ?? documents.child(document, key);
  const summary = own('summary')?.value;
  const body = own('requestBody');
  const requestBody = body && readRequest(documents, body);
  return {
    api,
    operationId,
    method: at.method.toUpperCase(),
    // Some keys of the official documents end in a space.
    path: (basePath(documents, inherited('servers')) + at.pathKey).trim(),
    summary: typeof summary === 'string' ? summary : '',
    parameters: readParameters(documents, [
      documents.child(pathItem, 'parameters'),
      own('parameters'),
    ]),
    requestMediaTypes: mediaTypes(requestBody),
    ...(requestBody && { requestBody }),
    isAuthenticated: isAuthenticated(own('security') ?? documents.child(document, 'security')),
    responses: readResponses(documents, operation, operationId),
    // Found when first asked for: positions cost more than all the rest.
    get location() {
      return documents.locate(operation);
    },
  };
}

function readResponses(documents: Documents, operation: Place, operationId: string) {
  const responses: Record<string, DocumentedResponse> = {};
  const places = documents.children(documents.child(operation, 'responses'));
  for (const [status, place] of places) {
    if (status.startsWith('x-')) continue;
    if (!/^([1-5](\d\d|XX)|default)$/i.test(status))
      throw documents.defect(place, `${status} is no status: it is 200, 4XX or default`);
    responses[status === 'default' ? status : status.toUpperCase()] = readResponse(
      documents,
      place,
    );
  }
  if (Object.keys(responses).length === 0)
    throw documents.defect(operation, `the operation ${operationId} has no responses`);
  return responses;
}

function mediaTypes(body: DocumentedRequest | undefined): string[] {
  const isJson = (type: string) => Number(/^application\/json\b/i.test(type));
  return Object.keys(body?.content ?? {}).sort((a, b) => isJson(b) - isJson(a));
}

/** An empty requirement, `{}`, beside others makes the token optional: then it is sent too. */
function isAuthenticated(security: Place | undefined): boolean {
  const requirements = Array.isArray(security?.value) ? security.value : [];
  return requirements.some((each) => isRecord(each) && Object.keys(each).length > 0);
}
