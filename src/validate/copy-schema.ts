import type { Documents, Place } from '../openapi/documents.ts';
import { isPattern } from '../schema/compile-pattern.ts';

/** The words of JSON Schema whose value is a schema, a list of schemas, or schemas by name. */
const single = new Set(
  'additionalProperties unevaluatedProperties propertyNames items unevaluatedItems contains not if then else contentSchema'.split(
    ' ',
  ),
);
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const maps = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
]);
/** Words that would change how Ajv resolves references, which are absolute already. */
const dropped = new Set(['$id', '$anchor', '$schema', '$dynamicAnchor']);

/** What of Ajv decides whether a word or a format has a meaning. */
export interface KnownWords {
  isWord(word: string): boolean;
  isFormat(format: string): boolean;
}

/**
 * A schema as Ajv takes it: each `$ref` renamed, extensions (`x-…`) and ids left out, and everything
 * else as it stands; values such as `const`, `enum` and `default` are never taken for schemas.
 *
 * @throws SpecificationError at a word or a format that is not known, or a pattern that is none
 */
export function copySchema(
  schema: Place,
  documents: Documents,
  words: KnownWords,
  rename: (uri: string) => string,
): unknown {
  const copy = ({ document, path, value }: Place): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const at = (keys: readonly string[], child: unknown): Place => ({
      document,
      path: [...path, ...keys],
      value: child,
    });
    const out: Record<string, unknown> = {};
    for (const [word, part] of Object.entries(value)) {
      if (word.startsWith('x-') || dropped.has(word)) continue;
      if (!words.isWord(word))
        throw documents.defect(at([word], part), `${word} is no word of JSON Schema`);
      if (word === 'format' && typeof part === 'string' && !words.isFormat(part))
        throw documents.defect(at([word], part), `the format ${part} is not known`);
      if (word === 'pattern' && typeof part === 'string' && !isPattern(part))
        throw documents.defect(at([word], part), `${part} is no pattern`);
      if (word === '$ref' && typeof part === 'string') out[word] = rename(part);
      else if (single.has(word)) out[word] = copy(at([word], part));
      else if (lists.has(word) && Array.isArray(part))
        out[word] = part.map((each, index) => copy(at([word, String(index)], each)));
      else if (maps.has(word) && typeof part === 'object' && part !== null)
        out[word] = Object.fromEntries(
          Object.entries(part).map(([name, each]) => [name, copy(at([word, name], each))]),
        );
      else out[word] = part;
    }
    return out;
  };
  return copy(schema);
}
