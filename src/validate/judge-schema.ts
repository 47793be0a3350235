import type { ValidateFunction } from 'ajv';
import { isValid } from './is-valid.ts';
import { type Mismatch, mismatchOf } from './mismatch-of.ts';
import { nearestError } from './nearest-error.ts';

/**
 * Holds a value against a schema.
 *
 * @param name what the value is called where it is wrong as a whole: `the body`
 * @throws Error with a sentence, where the value is nested too deeply to be judged
 */
export function judgeSchema(
  validate: ValidateFunction,
  value: unknown,
  name: string,
): Mismatch | undefined {
  if (isValid(validate, value, name)) return undefined;
  const error = nearestError(validate.errors ?? []);
  if (error === undefined) throw new Error(`${name} was refused without an error`);
  return mismatchOf(error, value, name);
}
