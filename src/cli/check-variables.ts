import { nearWord } from '../model/near-word.ts';
import { valueOptions, variableOf } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** What is said by the environment alone, or may be said more than once. */
const others = [
  'config',
  'report',
  'strict',
  'update-expectations',
  'registration-token',
  'shared-secret',
  'access-tokens',
  'passwords',
  'as-token',
  'admin-token',
  'unsafe',
];

/** For the project's own tests. */
const ofTests = variableOf('test-');

/**
 * A variable with a typing error would be silently without effect: the run would be another one
 * than was meant, and might be green.
 * @throws UsageError for a variable of this program's that it does not know.
 */
export function checkVariables(environment: Readonly<Record<string, string | undefined>>): void {
  const known = [...valueOptions, ...others].map(variableOf);
  const stranger = Object.keys(environment).find(
    (name) => name.startsWith(variableOf('')) && !name.startsWith(ofTests) && !known.includes(name),
  );
  if (stranger === undefined) return;
  const near = nearWord(stranger, known);
  const hint = near === undefined ? '--help lists the options.' : `Did you mean ${near}?`;
  throw new UsageError(`There is no variable ${stranger}. ${hint}`);
}
