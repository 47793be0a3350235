import type { Operation } from '../model/operation.ts';
import { allMismatches } from './all-mismatches.ts';
import type { FoundResponse } from './documented-response.ts';
import { errata } from './errata.ts';
import type { Erratum } from './erratum.ts';
import type { Finding } from './finding.ts';
import { hasFewValues } from './has-few-values.ts';
import { judgeJson, judgeMediaType } from './judge-json.ts';
import { judgeSchema } from './judge-schema.ts';
import { isJson, matchingType, mediaType } from './media-type.ts';
import type { ReceivedResponse } from './received-response.ts';
import type { SchemaCompiler } from './schema-compiler.ts';

/** What bodies are held against schemas with. */
export interface BodyCompilers {
  readonly first: SchemaCompiler;
  /** Of schemas that go on after the first error; none where that one is enough. */
  readonly thorough?: SchemaCompiler | undefined;
}

/**
 * Of a body with more values the first error is told alone: Ajv copies all errors before each further
 * one that stands behind a `$ref`, which takes minutes for a list of some ten thousand.
 */
const mostThorough = 3000;

/** What of a body is not as documented: its media type, its JSON, its schema. */
export function judgeBody(
  operation: Operation,
  documented: FoundResponse,
  response: ReceivedResponse,
  subject: string,
  compilers: BodyCompilers,
): Finding[] {
  const types = Object.keys(documented.content);
  if (types.length === 0) return [];
  const received = mediaType(response.headers['content-type']);
  const type = documentedType(types, received);
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
      ...judgeValue(operation, documented.key, schema, response.json.value, subject, compilers),
    );
  return findings;
}

/** The documented media type that a body is judged by; none where it is of another one. */
export function documentedType(types: readonly string[], received: string): string | undefined {
  return matchingType(types, received) ?? (types.every(isJson) ? types[0] : undefined);
}

function judgeValue(
  operation: Operation,
  status: string,
  schema: string,
  value: unknown,
  subject: string,
  { first: compiler, thorough }: BodyCompilers,
): Finding[] {
  const finding = (
    severity: Finding['severity'],
    found: Pick<Finding, 'message' | 'expected' | 'actual' | 'place'>,
  ): Finding => ({
    requirement: 'every-response/body-matches-its-schema',
    kind: 'schema',
    severity,
    subject,
    ...found,
  });
  const found = errataOf(operation, status);
  const correction = found.length === 0 ? undefined : correctionBy(found);
  const broken = judgeSchema(compiler.compile(schema, correction), value, 'the body');
  if (broken) {
    if (thorough === undefined || !hasFewValues(value, mostThorough))
      return [finding('violation', broken)];
    const all = allMismatches(thorough.compile(schema, correction), value, 'the body');
    return all.map((one) => finding('violation', one));
  }
  // What satisfies more than the document says satisfies the document.
  const relaxed = found.filter(({ correct }) => correct !== undefined);
  if (relaxed.length === 0) return [];
  const documented = judgeSchema(compiler.compile(schema), value, 'the body');
  if (documented === undefined) return [];
  const reasons = relaxed.map(({ reason }) => reason).join('; ');
  const message = `the document would refuse this, by a known erratum: ${reasons}`;
  return [finding('note', { ...documented, message })];
}

/** The errata that change what a response has to be. */
function errataOf({ api, operationId }: Operation, status: string): readonly Erratum[] {
  if (api !== 'client-server' && api !== 'unknown') return [];
  return errata.filter(
    ({ operation, status: at, adds, correct }) =>
      operation === operationId && at === status && (adds ?? correct) !== undefined,
  );
}

function correctionBy(found: readonly Erratum[]): (schema: unknown) => unknown {
  return (schema) => {
    const corrected = found.reduce((one, { correct }) => correct?.(one) ?? one, schema);
    const added = found.flatMap(({ adds }) => adds ?? []);
    return added.length === 0 ? corrected : { allOf: [corrected, ...added] };
  };
}
