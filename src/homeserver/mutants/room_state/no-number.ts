import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const forms: readonly [id: string, fault: string, pattern: RegExp, instead: string][] = [
  ['nan-is-null', 'NaN is read as null.', /: NaN/, ': null'],
  ['infinity-is-null', 'Infinity is read as null.', /: Infinity/, ': null'],
  ['minus-infinity-is-null', 'Negative Infinity is read as null.', /: -Infinity/, ': null'],
  ['leading-zeros-are-dropped', 'Leading zeros of a number are dropped.', /: 0(\d)/, ': $1'],
  ['a-plus-sign-is-dropped', 'A plus sign before a number is dropped.', /: \+/, ': '],
  ['a-point-may-begin-a-number', 'A number may begin with its point.', /: \./, ': 0.'],
  ['a-point-may-end-a-number', 'A number may end with its point.', /(\d)\.\}/, '$1}'],
  ['hexadecimal-is-read', 'Hexadecimal numbers are read.', /0x10/, '16'],
  ['underscores-are-dropped', 'Underscores in a number are dropped.', /1_000/, '1000'],
];

/** Faults in what is read as a number. */
export const noNumberMutants: readonly Mutant[] = forms.map(([id, fault, pattern, instead]) => ({
  id,
  fault,
  killedBy: killedBy('room_state', 'what-is-no-number-is-not-json'),
  mutate: ({ wire }) => {
    const { parse } = wire;
    wire.parse = (text, type) => parse(text.replace(pattern, instead), type);
  },
}));
