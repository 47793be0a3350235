import { groupedDigits } from './grouped-digits.ts';

/** A number with its noun: `1 scenario`, `58 scenarios`. */
export function plural(count: number, noun: string): string {
  return `${groupedDigits(count)} ${noun}${count === 1 ? '' : 's'}`;
}
