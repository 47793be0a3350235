import { isRecord } from '../openapi/json-pointer.ts';

/**
 * A header or a parameter is text; where its schema wants a number, a truth value or a list, it is
 * read as one.
 */
export function typedText(value: string, schema: unknown): unknown {
  const type = isRecord(schema) ? schema.type : undefined;
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(value))
    return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (type === 'array') return value.split(',');
  return value;
}
