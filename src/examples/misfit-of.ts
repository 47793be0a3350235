import type { ErrorObject } from 'ajv';
import type { Place } from '../openapi/documents.ts';
import { isRecord, type JsonPath } from '../openapi/json-pointer.ts';
import { preview } from '../schema/preview.ts';
import type { Misfit } from './misfit.ts';

/** An error of Ajv as a misfit. @param value what was judged, and `path` where that stands */
export function misfitOf(
  error: ErrorObject,
  value: unknown,
  path: JsonPath,
  schema: Place,
): Misfit {
  const { keyword, params } = error;
  const keys = error.instancePath.split('/').slice(1);
  const within = keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const extra = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
  const here = typeof extra === 'string' ? [...within, extra] : within;
  return {
    path: [...path, ...here],
    keyword,
    message: messageOf(error, valueAt(value, within)),
    schema: {
      ...schema,
      path: keyword in asRecord(schema.value) ? [...schema.path, keyword] : schema.path,
    },
  };
}

function messageOf({ keyword, params, message }: ErrorObject, value: unknown): string {
  switch (keyword) {
    case 'required':
      return `lacks the required property ${preview(params.missingProperty)}`;
    case 'dependentRequired':
      return `lacks the property ${preview(params.missingProperty)}, which ${preview(params.property)} asks for`;
    case 'type':
      return `is ${article(typeOf(value))}, and has to be ${[params.type].flat().map(article).join(' or ')}`;
    case 'enum':
      return `is ${preview(value)}, which is none of ${preview(params.allowedValues)}`;
    case 'const':
      return `is ${preview(value)}, and has to be ${preview(params.allowedValue)}`;
    case 'format':
      return `is ${preview(value)}, which is no ${params.format}`;
    case 'pattern':
      return `is ${preview(value)}, which does not match ${params.pattern}`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'is a property that the schema does not allow';
    case 'propertyNames':
      return 'has a name that the schema does not allow';
    case 'not':
      return 'matches what it must not match';
    default:
      return `${message ?? `breaks ${keyword}`}, and is ${preview(value)}`;
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function article(type: string): string {
  if (type === 'null') return 'null';
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function valueAt(root: unknown, path: JsonPath): unknown {
  let value = root;
  for (const key of path) value = isRecord(value) ? value[key] : undefined;
  return value;
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
