import type { Operation } from '../model/operation.ts';
import type { Specification } from '../openapi/specification.ts';
import { everyRequest } from './every-request.ts';
import { judgeParameters } from './judge-parameters.ts';
import { judgeSchema } from './judge-schema.ts';
import { isJson, matchingType, mediaType } from './media-type.ts';
import type { RequestFinding } from './request-finding.ts';
import { createSchemaCompiler, type SchemaCompiler } from './schema-compiler.ts';
import type { SentHead, SentRequest } from './sent-request.ts';

/** Holds requests against the document of their operation. */
export interface RequestValidator {
  /**
   * @throws SpecificationError at the place of a schema that does not compile
   * @throws Error with a sentence, where a body is nested too deeply to be judged
   */
  judge(operation: Operation, request: SentRequest): readonly RequestFinding[];
  /**
   * What is wrong with a request whose body nobody has.
   * @throws SpecificationError at the place of a schema that does not compile
   */
  judgeHead(operation: Operation, request: SentHead): readonly RequestFinding[];
}

/** The validator for the operations of a specification; schemas are compiled when first needed. */
export function createRequestValidator(specification: Specification): RequestValidator {
  const compiler = createSchemaCompiler(specification.schemas);
  const judgeHead = (operation: Operation, request: SentHead) =>
    judgeParameters(operation, request, subjectOf(operation), compiler);
  return {
    judgeHead,
    judge: (operation, request) => [
      ...judgeHead(operation, request),
      ...judgeBody(operation, request, subjectOf(operation), compiler),
    ],
  };
}

function subjectOf({ operationId }: Operation): string {
  return `the request of ${operationId}`;
}

function judgeBody(
  { requestBody }: Operation,
  request: SentRequest,
  subject: string,
  compiler: SchemaCompiler,
): RequestFinding[] {
  const types = Object.keys(requestBody?.content ?? {});
  if (requestBody === undefined || types.length === 0) return [];
  // Many clients send no body where every member of it is optional.
  if (request.body === '' && !requestBody.required) return [];
  const received = mediaType(request.headers['content-type']);
  const type = matchingType(types, received) ?? (types.every(isJson) ? types[0] : undefined);
  if (type === undefined) {
    const actual = received === '' ? 'no content-type' : received;
    const expected = types.join(' or ');
    const message = 'the content-type is not documented';
    return [
      { requirement: everyRequest.contentType, kind: 'header', subject, message, expected, actual },
    ];
  }
  const schema = requestBody.content[type];
  if (!isJson(type) || schema === undefined) return [];
  const { json } = request;
  if (!json.ok) {
    const [message, expected] = ['the body is no JSON', 'JSON in UTF-8'];
    const actual = request.body === '' ? 'an empty body' : json.message;
    return [{ requirement: everyRequest.json, kind: 'schema', subject, message, expected, actual }];
  }
  const broken = judgeSchema(compiler.compile(schema), json.value, 'the body');
  return broken ? [{ requirement: everyRequest.body, kind: 'schema', subject, ...broken }] : [];
}
