/** The words of JSON Schema whose value is a schema. */
export const schemaWords = new Set(
  'additionalProperties unevaluatedProperties propertyNames items unevaluatedItems contains not if then else contentSchema'.split(
    ' ',
  ),
);

/** Those whose value is a list of schemas. */
export const schemaLists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);

/** Those whose value is schemas by name. */
export const schemaMaps = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
]);

/** Those that say something of a value alone. */
export const assertions = new Set(
  `type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength
  pattern minContains maxContains maxItems minItems uniqueItems required dependentRequired
  minProperties maxProperties format`.split(/\s+/),
);

/** Those that say something about a schema, or name it. */
const annotations = new Set(
  `$schema $id $anchor $dynamicAnchor $dynamicRef $ref $comment $vocabulary title description default
  deprecated readOnly writeOnly example examples contentMediaType contentEncoding discriminator xml
  externalDocs nullable`.split(/\s+/),
);

/** Whether a word has a meaning in a schema. */
export function isSchemaWord(word: string): boolean {
  return (
    schemaWords.has(word) ||
    schemaLists.has(word) ||
    schemaMaps.has(word) ||
    assertions.has(word) ||
    annotations.has(word) ||
    word.startsWith('x-')
  );
}

/** Whether what stands under a key is data, in which no word has a meaning. */
export function isData(key: string, value: unknown): boolean {
  if (key === 'enum' || key === 'examples') return Array.isArray(value);
  return key === 'const' || key === 'default' || key === 'example';
}

const types = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);

/** Whether a document that does not say what it is reads like a schema. */
export function isLikeSchema(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const schema = value as Record<string, unknown>;
  if (typeof schema.$schema === 'string') return /json-?schema/i.test(schema.$schema);
  const words = Object.keys(schema);
  const known = words.filter(isSchemaWord);
  const isTyped = [schema.type].flat().every((one) => types.has(String(one)));
  if ('type' in schema && !isTyped) return false;
  const says = ['type', 'properties', 'allOf', 'anyOf', 'oneOf', 'items', '$defs', 'enum', 'const'];
  if (says.some((word) => word in schema)) return known.length * 2 > words.length;
  // A reference alone says nothing: examples are composed by the same word.
  return !('$ref' in schema) && known.length > 0 && known.length === words.length;
}
