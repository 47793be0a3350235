import type { Operation } from '../model/operation.ts';
import type { FoundResponse } from './documented-response.ts';
import { errata } from './errata.ts';
import type { Finding } from './finding.ts';
import { judgeJson, judgeMediaType } from './judge-json.ts';
import { judgeSchema } from './judge-schema.ts';
import { isJson, matchingType, mediaType } from './media-type.ts';
import type { ReceivedResponse } from './received-response.ts';
import type { SchemaCompiler } from './schema-compiler.ts';

/** What of a body is not as documented: its media type, its JSON, its schema. */
export function judgeBody(
  operation: Operation,
  documented: FoundResponse,
  response: ReceivedResponse,
  subject: string,
  compiler: SchemaCompiler,
): Finding[] {
  const types = Object.keys(documented.content);
  if (types.length === 0) return [];
  const received = mediaType(response.headers['content-type']);
  const type = matchingType(types, received) ?? (types.every(isJson) ? types[0] : undefined);
  if (type === undefined) return judgeMediaType(types, response, subject);
  if (!isJson(type)) return [];
  // A type of its own, such as application/problem+json, is right where it is the documented one.
  const findings = judgeJson(response, subject).filter(
    (finding) =>
      finding.requirement !== 'every-response/content-type-is-json' || received !== mediaType(type),
  );
  const schema = documented.content[type];
  if (schema !== undefined && response.json.ok)
    findings.push(
      ...judgeValue(operation, documented.key, schema, response.json.value, subject, compiler),
    );
  return findings;
}

function judgeValue(
  operation: Operation,
  status: string,
  schema: string,
  value: unknown,
  subject: string,
  compiler: SchemaCompiler,
): Finding[] {
  const finding = (
    severity: Finding['severity'],
    found: Pick<Finding, 'message' | 'expected' | 'actual'>,
  ): Finding => ({
    requirement: 'every-response/body-matches-its-schema',
    kind: 'schema',
    severity,
    subject,
    ...found,
  });
  const documented = judgeSchema(compiler.compile(schema), value, 'the body');
  const { reason, correct } = correctionOf(operation, status);
  if (correct === undefined) return documented ? [finding('violation', documented)] : [];
  const corrected = judgeSchema(compiler.compile(schema, correct), value, 'the body');
  if (corrected) return [finding('violation', corrected)];
  if (documented === undefined) return [];
  const message = `the document would refuse this, by a known erratum: ${reason}`;
  return [finding('note', { ...documented, message })];
}

/** All errata of a response as one; none where the document is right. */
function correctionOf({ api, operationId }: Operation, status: string) {
  const isMeant = api === 'client-server' || api === 'unknown';
  const found = errata.filter(
    ({ operation, status: at, correct }) =>
      correct !== undefined && isMeant && operation === operationId && at === status,
  );
  const reason = found.map((each) => each.reason).join('; ');
  if (found.length === 0) return { reason, correct: undefined };
  const correct = (schema: unknown) =>
    found.reduce((corrected, each) => each.correct?.(corrected) ?? corrected, schema);
  return { reason, correct };
}
