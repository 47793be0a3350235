import { expect, test } from 'vitest';
import { timeLeft, timeLeftText } from './time-left.ts';

test('nothing is told before five seconds and a tenth of the run', () => {
  const left = timeLeft();
  expect(left(4000, 50, 100)).toBeUndefined();
  expect(left(60_000, 9, 100)).toBeUndefined();
  expect(left(10_000, 10, 100)).toBe(90_000);
  expect(left(100_000, 100, 100)).toBeUndefined();
});

test('what was told counts down by the clock, and jumps only where it was far off', () => {
  const left = timeLeft();
  expect(left(10_000, 10, 100)).toBe(90_000);
  expect(left(16_000, 17, 100)).toBe(84_000);
  expect(left(20_000, 50, 100)).toBe(20_000);
  // A stall: not sooner than five seconds after the last change.
  expect(left(24_000, 50, 100)).toBe(16_000);
  expect(left(40_000, 50, 100)).toBe(40_000);
});

test.each([
  [0, 'a few seconds left'],
  [5000, 'about 5 s left'],
  [41_000, 'about 45 s left'],
  [58_000, 'about 1 min left'],
  [200_000, 'about 3 min left'],
])('%i ms are %s', (ms, text) => {
  expect(timeLeftText(ms)).toBe(text);
});
