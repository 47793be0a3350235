import type { Operation } from '../model/operation.ts';
import type { Specification } from '../openapi/specification.ts';
import { documentedResponse, type FoundResponse } from './documented-response.ts';
import type { Finding } from './finding.ts';
import { isMatrix } from './is-matrix.ts';
import { judgeBody } from './judge-body.ts';
import { asksForAuthentication, judgeError } from './judge-error.ts';
import { type JudgedHead, judgeHead, type ReceivedHead } from './judge-head.ts';
import { judgeHeaders } from './judge-headers.ts';
import { judgeJson } from './judge-json.ts';
import type { ReceivedResponse } from './received-response.ts';
import { createSchemaCompiler } from './schema-compiler.ts';
import { breakdown, undocumentedStatus } from './undocumented-status.ts';

/** Holds responses against the document of their operation. */
export interface ResponseValidator {
  /**
   * What is wrong with a response, the gravest first; nothing where it is as documented.
   *
   * @param operation none for a raw request: only JSON and the standard error are looked at then
   * @throws SpecificationError at the place of a schema that does not compile
   * @throws Error with a sentence, where a body is nested too deeply to be judged
   */
  judge(operation: Operation | undefined, response: ReceivedResponse): readonly Finding[];
  /**
   * What is wrong with an answer whose body nobody has.
   * @throws SpecificationError at the place of a schema of a header that does not compile
   */
  judgeHead(operation: Operation | undefined, head: ReceivedHead): JudgedHead;
}

/**
 * The validator for the operations of a specification; schemas are compiled when first needed.
 * @param isThorough whether all is told that is wrong with a body, and not the first thing alone
 */
export function createResponseValidator(
  specification: Specification,
  isThorough = false,
): ResponseValidator {
  const compiler = createSchemaCompiler(specification.schemas);
  const thorough = isThorough ? createSchemaCompiler(specification.schemas, true) : undefined;
  const compilers = { first: compiler, thorough };

  const judgeDocumented = (
    operation: Operation,
    documented: FoundResponse,
    response: ReceivedResponse,
    subject: string,
  ) => {
    const findings = judgeHeaders(documented, response, subject, compiler);
    const errors = isStandardError(operation, response) ? judgeError(response, subject) : [];
    // What is no error at all would only be told a second time by the schema of the error.
    findings.push(
      ...(errors.length > 0
        ? errors
        : judgeBody(operation, documented, response, subject, compilers)),
    );
    return findings;
  };

  return {
    judgeHead: (operation, head) => judgeHead(operation, head, compiler),
    judge(operation, response) {
      if (operation === undefined) return judgeRaw(response);
      const subject = `the ${response.status} of ${operation.operationId}`;
      const documented = documentedResponse(operation, response.status);
      if (documented) return judgeDocumented(operation, documented, response, subject);
      const { status } = response;
      const isError = status >= 400 && status < 500;
      const errors = isError && isMatrix(operation) ? judgeError(response, subject) : [];
      if (errors.length > 0) return errors;
      return [undocumentedStatus(operation, status, subject, isError ? 'note' : 'violation')];
    },
  };
}

function judgeRaw(response: ReceivedResponse): readonly Finding[] {
  const { status, body } = response;
  const subject = `the ${status}`;
  if (status >= 500) return [breakdown(status, subject, 'any other status')];
  if (status >= 400 && status < 500)
    return asksForAuthentication(response)
      ? judgeJson(response, subject)
      : judgeError(response, subject);
  return status >= 200 && status < 300 && body !== '' ? judgeJson(response, subject) : [];
}

function isStandardError(operation: Operation, response: ReceivedResponse): boolean {
  return response.status >= 400 && isMatrix(operation) && !asksForAuthentication(response);
}
