/** An object with all of these members, and no other but those that are optional. */
function exactly(properties: Readonly<Record<string, object>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const text = { type: 'string', minLength: 1 };
const message = exactly({ text });
const many = (items: object) => ({ type: 'array', items });
const count = { type: 'integer', minimum: 1 };
const uri = { type: 'string', pattern: "^([A-Za-z\\d\\-._~!$&'()*+,;=:@/?]|%[\\dA-F]{2})*$" };
const place = {
  physicalLocation: exactly({
    artifactLocation: exactly({ uri, uriBaseId: { const: '%SRCROOT%' } }, ['uriBaseId']),
    region: exactly({ startLine: count, startColumn: count }),
  }),
  logicalLocations: { ...many(exactly({ fullyQualifiedName: text })), minItems: 1 },
};
const result = {
  ruleId: text,
  ruleIndex: { type: 'integer', minimum: 0 },
  level: { const: 'error' },
  message,
  locations: { ...many(exactly(place, ['logicalLocations'])), minItems: 1, maxItems: 1 },
  relatedLocations: many(exactly({ id: { const: 1 }, ...place }, ['logicalLocations'])),
  partialFingerprints: exactly({ 'matrixConformanceFinding/v1': text }),
};
const rule = {
  id: text,
  shortDescription: message,
  defaultConfiguration: exactly({ level: text }),
};
const driver = exactly({
  name: { const: 'matrix-conformance' },
  version: text,
  rules: many(exactly(rule)),
});
const invocation = exactly({
  executionSuccessful: { type: 'boolean' },
  toolExecutionNotifications: many(exactly({ level: { const: 'error' }, message })),
});

/** The part of SARIF 2.1.0 that the checker writes, as JSON Schema: narrower than the official one. */
export const sarifSchema = exactly({
  $schema: text,
  version: { const: '2.1.0' },
  runs: many(
    exactly({
      tool: exactly({ driver }),
      columnKind: { const: 'utf16CodeUnits' },
      invocations: many(invocation),
      results: many(exactly(result, ['ruleIndex', 'relatedLocations'])),
    }),
  ),
});
