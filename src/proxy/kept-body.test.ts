import { expect, test } from 'vitest';
import { KeptBody } from './kept-body.ts';

test('a body is whole in whatever pieces it comes', () => {
  const body = new KeptBody({}, 1_000_000);
  const pieces = [1, 5000, 1, 1, 2000, ...Array<number>(1000).fill(3), 1024, 7].map((size, index) =>
    Buffer.alloc(size, index % 251),
  );
  for (const piece of pieces) body.add(piece);
  expect(Buffer.concat(pieces).equals(body.read(true).body ?? Buffer.alloc(0))).toBe(true);
});

test('a body in millions of pieces takes no more memory than a few of it', () => {
  const body = new KeptBody({}, 8_000_000);
  const slab = Buffer.alloc(64 * 1024, 'a');
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 2_000_000; at += 1) body.add(slab.subarray(at % 1000, (at % 1000) + 1));
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  expect(body.read(true).body).toHaveLength(2_000_000);
});
