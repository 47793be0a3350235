import { isRecord } from '../openapi/json-pointer.ts';
import { preview } from '../schema/preview.ts';
import type { Dialect } from './dialect.ts';

type Shape = (value: unknown, dialect: Dialect) => string | undefined;

const types = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];
const isTypeName = (value: unknown) => types.includes(value as string);
const isMap = (value: unknown) => isRecord(value) && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

/** What a word has to be, in a sentence, where a question about its value is answered with no. */
function has(toBe: string, isSo: (value: unknown) => boolean): Shape {
  return (value) => (isSo(value) ? undefined : toBe);
}

const number = has('a number', (value) => typeof value === 'number');
const count = has('an integer from 0', (value) => Number.isInteger(value) && Number(value) >= 0);
const flag = has('true or false', (value) => typeof value === 'boolean');
const text = has('a string', isText);
const map = has('an object of schemas', isMap);
const list = has(
  'a list of schemas, at least one',
  (value) => Array.isArray(value) && value.length > 0,
);
const schema: Shape = (value, dialect) => {
  if (isMap(value) || (typeof value === 'boolean' && dialect !== '3.0')) return undefined;
  return dialect === '3.0'
    ? 'a schema, which is an object'
    : 'a schema, which is an object, true or false';
};
const schemaOrFlag = has(
  'a schema, true or false',
  (value) => isMap(value) || typeof value === 'boolean',
);
const bound: Shape = (value, dialect) => (dialect === '3.0' ? flag : number)(value, dialect);
const type: Shape = (value, dialect) => {
  if (dialect === '3.0')
    return isTypeName(value) && value !== 'null'
      ? undefined
      : 'one of the types of OpenAPI 3.0, which has no lists of them and no null';
  const isList = Array.isArray(value) && value.length > 0 && value.every(isTypeName);
  return isTypeName(value) || (isList && new Set(value).size === value.length)
    ? undefined
    : `one of ${types.join(', ')}, or a list of them`;
};
const names = has(
  'a list of different strings',
  (value) => isTexts(value) && new Set(value as string[]).size === (value as string[]).length,
);

const shapes: Readonly<Record<string, Shape>> = {
  type,
  enum: has('a list', Array.isArray),
  multipleOf: has('a number above 0', (value) => typeof value === 'number' && value > 0),
  maximum: number,
  minimum: number,
  exclusiveMaximum: bound,
  exclusiveMinimum: bound,
  required: names,
  dependentRequired: has(
    'an object of lists of strings',
    (value) => isMap(value) && Object.values(value as object).every(isTexts),
  ),
  pattern: text,
  format: text,
  $ref: text,
  title: text,
  description: text,
  examples: has('a list', Array.isArray),
  uniqueItems: flag,
  readOnly: flag,
  writeOnly: flag,
  deprecated: flag,
  nullable: (value, dialect) => (dialect === '3.0' ? flag(value, dialect) : undefined),
  additionalProperties: schemaOrFlag,
  discriminator: has(
    'an object with a propertyName',
    (value) => isRecord(value) && isText(value.propertyName),
  ),
  ...Object.fromEntries(
    [
      'maxLength',
      'minLength',
      'maxItems',
      'minItems',
      'maxContains',
      'minContains',
      'maxProperties',
      'minProperties',
    ].map((word) => [word, count]),
  ),
  ...Object.fromEntries(['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((word) => [word, list])),
  ...Object.fromEntries(
    ['properties', 'patternProperties', 'dependentSchemas', '$defs'].map((word) => [word, map]),
  ),
  ...Object.fromEntries(
    [
      'items',
      'not',
      'if',
      'then',
      'else',
      'contains',
      'propertyNames',
      'unevaluatedItems',
      'unevaluatedProperties',
    ].map((word) => [word, schema]),
  ),
};

/** Words that came with JSON Schema 2020-12; in OpenAPI 3.0 nobody reads them. */
const later = new Set(
  'const examples prefixItems contains minContains maxContains dependentRequired dependentSchemas propertyNames if then else unevaluatedItems unevaluatedProperties patternProperties $defs'.split(
    ' ',
  ),
);

/** What is wrong with the value of a word of a schema, in a sentence; nothing where it is right. */
export function misshapen(word: string, value: unknown, dialect: Dialect): string | undefined {
  if (dialect === '3.0' && later.has(word)) return undefined;
  const shape = Object.hasOwn(shapes, word) ? shapes[word] : undefined;
  const toBe = shape?.(value, dialect);
  return toBe === undefined ? undefined : `${word} has to be ${toBe}, and is ${preview(value)}`;
}
