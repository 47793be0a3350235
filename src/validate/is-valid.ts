import type { ValidateFunction } from 'ajv';

/**
 * Whether a value matches a schema; where it does not, `validate.errors` says why.
 * @throws Error with a sentence, where the value is nested too deeply to be judged
 */
export function isValid(validate: ValidateFunction, value: unknown, name: string): boolean {
  try {
    return validate(value) === true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error(`${name} is nested too deeply to be held against its schema`);
  }
}
