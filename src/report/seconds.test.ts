import { expect, test } from 'vitest';
import { seconds } from './seconds.ts';

test.each([
  [0, '0 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [59_949, '59.9 s'],
  [59_960, '1 min 0 s'],
  [125_000, '2 min 5 s'],
])('%d ms are told as %s', (milliseconds, told) => {
  expect(seconds(milliseconds)).toBe(told);
});
