import { expect, test } from 'vitest';
import { shuffled } from './shuffled.ts';

const items = Array.from({ length: 50 }, (_, index) => index);

test('a seed decides the order, and none is lost', () => {
  expect(shuffled(items, 7)).toEqual(shuffled(items, 7));
  expect(shuffled(items, 7)).not.toEqual(items);
  expect(shuffled(items, 7).toSorted((one, other) => one - other)).toEqual(items);
});

test('neighbouring seeds, zero and the largest one give orders of their own', () => {
  const orders = [0, 1, 2, 3, 2 ** 32 - 1].map((seed) => shuffled(items, seed).join());
  expect(new Set(orders).size).toBe(orders.length);
});
