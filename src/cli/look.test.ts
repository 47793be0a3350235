import { expect, test } from 'vitest';
import { lookOf } from './look.ts';

test.each([
  [132, 132],
  [20, 40],
  [0, 100],
  [undefined, 100],
])('a stream of %s columns is written to %i wide', (columns, width) => {
  const stream = Object.assign(Object.create(process.stdout), { isTTY: true, columns });
  expect(lookOf(stream).width).toBe(width);
});
