import type { Ajv2020 } from 'ajv/dist/2020.js';
import { compilePattern } from '../schema/compile-pattern.ts';

/** Whether a string has a format; one that nobody knows says nothing. */
export function matchesFormat(ajv: Ajv2020, name: string, value: string): boolean {
  const format = ajv.formats[name];
  if (format === undefined || typeof format === 'boolean') return true;
  if (typeof format === 'string') return compilePattern(format).test(value);
  if (format instanceof RegExp) return format.test(value);
  if (typeof format === 'function') return Boolean(format(value));
  const { validate } = format;
  if (validate instanceof RegExp) return validate.test(value);
  return typeof validate === 'function'
    ? Boolean((validate as (text: string) => unknown)(value))
    : true;
}
