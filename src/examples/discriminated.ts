import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { followReferences, resolveReference } from './resolve-reference.ts';
import type { SchemaCopy } from './schema-copy.ts';
import type { Sources } from './sources.ts';

/**
 * Puts what a `discriminator` says into the copy of its schema, in place of its `oneOf` or `anyOf`:
 * the property has to be there, and its value names the one branch that counts (OpenAPI 3.1.1,
 * section 4.8.25). A schema with a branch that has no name is left as it is.
 */
export function discriminated(
  sources: Sources,
  schema: Place,
  copy: Record<string, unknown>,
  under: (...keys: string[]) => SchemaCopy,
  nameOf: (target: Place) => string | undefined,
): void {
  const { value } = schema;
  if (!isRecord(value) || !isRecord(value.discriminator)) return;
  const { propertyName, mapping } = value.discriminator;
  const word = ['oneOf', 'anyOf'].find((one) => Array.isArray(value[one]));
  if (typeof propertyName !== 'string' || word === undefined) return;

  const byValue = new Map<string, string>();
  const add = (text: string, target: Place | undefined): boolean => {
    const name = target && nameOf(target);
    if (name !== undefined && !byValue.has(text)) byValue.set(text, name);
    return name !== undefined;
  };
  for (const [text, named] of Object.entries(isRecord(mapping) ? mapping : {}))
    add(text, mapped(sources, schema, String(named)));
  for (const branch of value[word] as unknown[]) {
    const reference = isRecord(branch) ? branch.$ref : undefined;
    if (typeof reference !== 'string') return;
    const target = resolveReference(sources, schema, reference);
    if ('trouble' in target) return;
    const implicit = reference.split('/').at(-1) ?? reference;
    if (!add(implicit, target)) return;
  }
  under(word); // so that the branches are known by their places
  delete copy[word];
  const cases = [...byValue].map(([text, name]) => ({
    if: { properties: { [propertyName]: { const: text } }, required: [propertyName] },
    // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
    then: { $ref: name },
  }));
  const whole = {
    type: 'object',
    required: [propertyName],
    properties: { [propertyName]: { enum: [...byValue.keys()] } },
  };
  copy.allOf = [...((copy.allOf as unknown[] | undefined) ?? []), whole, ...cases];
}

/** What a value of a mapping names: a schema of the components, or a reference. */
function mapped(sources: Sources, schema: Place, named: string): Place | undefined {
  const isName = /^[\w.-]+$/.test(named);
  const component = isName
    ? resolveReference(sources, { ...schema, path: [] }, `#/components/schemas/${named}`)
    : undefined;
  if (component && !('trouble' in component)) return component;
  const target = resolveReference(sources, schema, named);
  return 'trouble' in target ? undefined : followReferences(sources, target);
}
