/** Says what OpenAPI 3.0 says in its own words in those of JSON Schema 2020-12. */
export function asSince31(
  copy: Record<string, unknown>,
  schema: Readonly<Record<string, unknown>>,
): void {
  if (schema.nullable === true && typeof copy.type === 'string') copy.type = [copy.type, 'null'];
  for (const [word, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[word] !== 'boolean') continue;
    if (schema[word] === true && typeof schema[bound] === 'number') {
      copy[word] = schema[bound];
      delete copy[bound];
    } else delete copy[word];
  }
}
