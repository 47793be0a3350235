import { _, type Ajv2020 } from 'ajv/dist/2020.js';
import { isRecord } from '../openapi/json-pointer.ts';

/**
 * The words of JSON Schema that compare values, in place of Ajv's own: those call the `valueOf` of a
 * value that has a property of that name, and compare each item with each.
 */
export function addEqualityWords(ajv: Ajv2020): void {
  for (const word of ['const', 'enum', 'uniqueItems']) ajv.removeKeyword(word);
  ajv.addKeyword({
    keyword: 'const',
    errors: false,
    error: { message: '', params: ({ schemaCode }) => _`{allowedValue: ${schemaCode}}` },
    validate: (asked: unknown, value: unknown) => isEqual(asked, value),
  });
  ajv.addKeyword({
    keyword: 'enum',
    schemaType: 'array',
    errors: false,
    error: { message: '', params: ({ schemaCode }) => _`{allowedValues: ${schemaCode}}` },
    validate: (asked: readonly unknown[], value: unknown) =>
      asked.some((one) => isEqual(one, value)),
  });
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    errors: false,
    error: { message: 'must not have the same item twice', params: () => _`{}` },
    validate: (isAsked: boolean, items: readonly unknown[]) =>
      !isAsked || new Set(items.map(canonical)).size === items.length,
  });
}

function isEqual(a: unknown, b: unknown): boolean {
  return isRecord(a) && isRecord(b) ? canonical(a) === canonical(b) : a === b;
}

/** The same text for equal values. */
function canonical(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (!isRecord(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join()}}`;
}
