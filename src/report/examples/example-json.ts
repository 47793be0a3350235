import type { ExampleFinding, ExamplePlace, ExamplesResult } from '../../model/example-finding.ts';
import { jsonText } from '../json-text.ts';

function place({ file, line, column, pointer }: ExamplePlace) {
  return { file, line, column, pointer };
}

function told({ rule, message, schema, fingerprint, ...where }: ExampleFinding) {
  const against = schema === undefined ? {} : { schema: place(schema) };
  return { rule, ...place(where), message, ...against, fingerprint };
}

/**
 * What came of checking examples as JSON for programs: `checker`, `checked`, `findings`, `known`,
 * `gone` and `unchecked`, all texts as they are. A finding without a schema has no `schema`.
 *
 * The same documents give the same text: there is no time in it.
 */
export function exampleJson(result: ExamplesResult): string {
  const { checker, checked, findings, known, gone, unchecked } = result;
  const { files, examples, schemas, operations } = checked;
  return jsonText({
    checker: { version: checker.version },
    checked: { files, examples, schemas, operations },
    findings: findings.map(told),
    known,
    gone,
    unchecked,
  });
}
