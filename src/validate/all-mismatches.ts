import type { ErrorObject, ValidateFunction } from 'ajv';
import { isValid } from './is-valid.ts';
import { type Mismatch, mismatchOf } from './mismatch-of.ts';
import { branching, nearestError } from './nearest-error.ts';

/** Of a text that is spelled wrong, a document often says it twice. */
const spelling = /(?:format|pattern)$/;

/** A list may be wrong in each of very many entries: these are enough to find every place. */
const most = { errors: 2000, places: 20 };

/**
 * All that does not match a schema, one for each place. Of a choice, `oneOf` or the like, it is the
 * nearest alone, and nothing else below it.
 *
 * @param validate compiled so that it goes on after the first error
 * @throws Error with a sentence, where the value is nested too deeply to be judged
 */
export function allMismatches(
  validate: ValidateFunction,
  value: unknown,
  name: string,
): readonly Mismatch[] {
  if (isValid(validate, value, name)) return [];
  const errors = (validate.errors ?? []).slice(0, most.errors);
  const choices = outermost(errors.filter(({ keyword }) => branching.includes(keyword)));
  const alone = errors.filter((error) => !choices.some((choice) => isWithin(error, choice)));
  const chosen = choices.flatMap((choice) => {
    const within = errors.filter((error) => error !== choice && isWithin(error, choice));
    return nearestError([...within, choice]) ?? [];
  });
  const places = new Map<string, Mismatch>();
  for (const error of [...alone, ...chosen]) {
    if (places.size === most.places) break;
    const mismatch = mismatchOf(error, value, name);
    const place = mismatch.place.replace(spelling, 'spelling');
    if (!places.has(place)) places.set(place, mismatch);
  }
  return [...places.values()];
}

/** Those that are not within another one. */
function outermost(choices: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const one of choices.toSorted((a, b) => a.instancePath.length - b.instancePath.length)) {
    if (!kept.some((other) => isWithin(one, other))) kept.push(one);
  }
  return kept;
}

function isWithin({ instancePath }: ErrorObject, choice: ErrorObject): boolean {
  return instancePath === choice.instancePath || instancePath.startsWith(`${choice.instancePath}/`);
}
