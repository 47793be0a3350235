import { UsageError } from './usage-error.ts';

/** The value of an option that is a number. @throws UsageError for any other. */
export function readNumber(
  option: string,
  text: string,
  least: number,
  most: number,
  whole = false,
): number {
  const value = Number(text);
  const isGood = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (isGood && text.trim() !== '') return value;
  const kind = whole ? 'a whole number' : 'a number';
  throw new UsageError(`--${option} is ${kind} from ${least} to ${most}, not ${text}.`);
}
