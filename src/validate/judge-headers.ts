import type { DocumentedResponse } from '../model/operation.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import type { Finding } from './finding.ts';
import { judgeSchema } from './judge-schema.ts';
import type { ReceivedResponse } from './received-response.ts';
import type { SchemaCompiler } from './schema-compiler.ts';

/** What is wrong with the headers that a document names. */
export function judgeHeaders(
  documented: DocumentedResponse,
  response: ReceivedResponse,
  subject: string,
  compiler: SchemaCompiler,
): Finding[] {
  const findings: Finding[] = [];
  const report = (found: Pick<Finding, 'message' | 'expected' | 'actual'>) =>
    findings.push({
      requirement: 'every-response/headers-match-their-schemas',
      kind: 'header',
      severity: 'violation',
      subject,
      ...found,
    });
  for (const [name, { required, schema }] of Object.entries(documented.headers)) {
    // OpenAPI: a header of that name is described by the media types alone.
    if (name === 'content-type') continue;
    const value = response.headers[name];
    if (value === undefined) {
      if (required)
        report({ message: `has no header ${name}`, expected: `a header ${name}`, actual: 'none' });
      continue;
    }
    if (schema === undefined) continue;
    const validate = compiler.compile(schema);
    const mismatch = judgeSchema(validate, read(value, validate.schema), `the header ${name}`);
    if (mismatch) report(mismatch);
  }
  return findings;
}

/** A header is text; where its schema wants a number or a truth value, it is read as one. */
function read(value: string, schema: unknown): unknown {
  const type = isRecord(schema) ? schema.type : undefined;
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(value))
    return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
