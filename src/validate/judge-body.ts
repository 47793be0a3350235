import type { Operation } from '../model/operation.ts';
import type { FoundResponse } from './documented-response.ts';
import { type Erratum, errata } from './errata.ts';
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
  const erratum = erratumFor(operation, status);
  if (erratum === undefined) return documented ? [finding('violation', documented)] : [];
  const corrected = judgeSchema(compiler.compile(schema, erratum.correct), value, 'the body');
  if (corrected) return [finding('violation', corrected)];
  if (documented === undefined) return [];
  const message = `the document would refuse this, by a known erratum: ${erratum.reason}`;
  return [finding('note', { ...documented, message })];
}

function erratumFor({ api, operationId }: Operation, status: string): Erratum | undefined {
  if (api !== 'client-server' && api !== 'unknown') return undefined;
  return errata.find((each) => each.operation === operationId && each.status === status);
}
