import type { ErrorObject } from 'ajv';
import { preview, shorten } from '../schema/preview.ts';
import { placeOf } from './place-of.ts';

/** What of a value does not match a schema. */
export interface Mismatch {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** The same for every value that breaks the schema there (`placeOf`). */
  readonly place: string;
}

/** An error of Ajv in words; `name` is what the value is called as a whole. */
export function mismatchOf(error: ErrorObject, value: unknown, name: string): Mismatch {
  const place = error.instancePath === '' ? name : cut(error.instancePath);
  return {
    message: `${place} ${cut(messageOf(error))}`,
    expected: cut(expectedBy(error)),
    actual: preview(valueAtPointer(value, error.instancePath)),
    place: placeOf(error),
  };
}

function messageOf(error: ErrorObject): string {
  const { message = `breaks ${error.keyword}`, params } = error;
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties')
    return `${message}, such as ${params.additionalProperty ?? params.unevaluatedProperty}`;
  if (error.keyword === 'enum') return `must be one of ${preview(params.allowedValues)}`;
  if (error.keyword === 'const') return `must be ${preview(params.allowedValue)}`;
  if (error.keyword === 'oneOf' && Array.isArray(params.passingSchemas))
    return `${message}, but matches numbers ${params.passingSchemas.join(' and ')} of them`;
  return message;
}

/** The same as a noun. */
function expectedBy(error: ErrorObject): string {
  const { keyword, params } = error;
  switch (keyword) {
    case 'type':
      return [params.type].flat().join(' or ');
    case 'required':
      return `a property ${preview(params.missingProperty)}`;
    case 'format':
      return `a string of the format ${params.format}`;
    case 'pattern':
      return `a string that matches ${params.pattern}`;
    case 'enum':
      return `one of ${preview(params.allowedValues)}`;
    case 'const':
      return preview(params.allowedValue);
    default:
      return messageOf(error).replace(/^must /, '');
  }
}

function cut(text: string): string {
  return text.length > 200 ? `${shorten(text, 200)}… (${text.length} characters)` : text;
}

function valueAtPointer(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[token.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}
