import type { DocumentedResponse } from '../model/operation.ts';
import type { Finding } from './finding.ts';
import { judgeSchema } from './judge-schema.ts';
import type { ReceivedResponse } from './received-response.ts';
import type { SchemaCompiler } from './schema-compiler.ts';
import { typedText } from './typed-text.ts';

/** What is wrong with the headers that a document names. */
export function judgeHeaders(
  documented: DocumentedResponse,
  response: Pick<ReceivedResponse, 'headers'>,
  subject: string,
  compiler: SchemaCompiler,
): Finding[] {
  const findings: Finding[] = [];
  const report = (found: Pick<Finding, 'message' | 'expected' | 'actual' | 'place'>) =>
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
        report({
          ...{ message: `has no header ${name}`, expected: `a header ${name}`, actual: 'none' },
          place: `header ${name} required`,
        });
      continue;
    }
    if (schema === undefined) continue;
    const validate = compiler.compile(schema);
    const mismatch = judgeSchema(validate, typedText(value, validate.schema), `the header ${name}`);
    if (mismatch) report({ ...mismatch, place: `header ${name} ${mismatch.place}` });
  }
  return findings;
}
