import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { KeptBody } from './kept-body.ts';
import { KeptBytes } from './kept-bytes.ts';
import { createDice } from './made-up-exchange.fixture.ts';

/** Of one body, and of all that share them. */
function keeping(largestKept: number, all = largestKept) {
  return { largestKept, keptBytes: new KeptBytes(all) };
}

test.each(Array.from({ length: 30 }, (_, seed) => seed))(
  'a body is whole in whatever pieces it comes (seed %i)',
  (seed) => {
    const dice = createDice(seed);
    const keep = keeping(1_000_000);
    const body = new KeptBody({}, keep);
    const slab = Buffer.alloc(64 * 1024, 'a');
    const pieces = Array.from({ length: dice() * 300 }, () => {
      const size = Math.floor(3000 ** dice()) + (dice() < 0.05 ? 0 : 1);
      if (dice() < 0.3) return slab.fill(Math.floor(dice() * 256), 0, 5).subarray(5, 5 + size);
      return Buffer.alloc(size, Math.floor(dice() * 256));
    });
    const whole = Buffer.concat(pieces);
    for (const piece of pieces) body.add(piece);
    expect(keep.keptBytes.taken).toBe(whole.length);
    expect(whole.equals(body.read(true).body ?? Buffer.alloc(0))).toBe(true);
    expect(keep.keptBytes.taken).toBe(0);
  },
);

test('a body in millions of pieces takes no more memory than a few of it', () => {
  const body = new KeptBody({}, keeping(8_000_000));
  const slab = Buffer.alloc(64 * 1024, 'a');
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 2_000_000; at += 1) body.add(slab.subarray(at % 1000, (at % 1000) + 1));
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  expect(body.read(true).body).toHaveLength(2_000_000);
});

test('pieces that are a small part of what came with them do not hold all of it', async () => {
  setFlagsFromString('--expose-gc');
  const held = () => {
    runInNewContext('gc')();
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  const bodies = [2, 1500].map((size) => {
    const body = new KeptBody({}, keeping(8_000_000));
    for (let n = 0; n < 500; n += 1) body.add(Buffer.alloc(64 * 1024).subarray(0, size));
    return body;
  });
  // What is swept is counted as gone only some time later.
  await expect.poll(() => held() - before).toBeLessThan(20_000_000);
  expect(bodies.map((body) => body.read(true).body?.length)).toEqual([1000, 750_000]);
});

describe('bytes that bodies share', () => {
  const noPlace = 'was not kept, as too much was under way at once';

  test('what finds none left is not kept, and holds nothing; what others hold stays', () => {
    const keep = keeping(1000, 1500);
    const [one, other] = [new KeptBody({}, keep), new KeptBody({}, keep)];
    one.add(Buffer.alloc(1000));
    other.add(Buffer.alloc(500));
    expect(keep.keptBytes.taken).toBe(1500);
    other.add(Buffer.alloc(1));
    expect(keep.keptBytes.taken).toBe(1000);
    other.add(Buffer.alloc(1));
    expect(other.read(true)).toEqual({ missing: noPlace });
    expect(one.read(true).body).toHaveLength(1000);
    expect(keep.keptBytes.taken).toBe(0);
  });

  test.each([
    ['it is read', (body: KeptBody) => body.read(true)],
    ['it was cut off', (body: KeptBody) => body.read(false)],
    ['it is forgotten', (body: KeptBody) => body.forget('for a test')],
    ['it becomes too large', (body: KeptBody) => body.add(Buffer.alloc(1001))],
  ])('they are given back once where %s, whatever comes later', (_, end) => {
    const keep = keeping(1000, 5000);
    const other = new KeptBody({}, keep);
    other.add(Buffer.alloc(10));
    const body = new KeptBody({}, keep);
    body.add(Buffer.alloc(700));
    body.add(Buffer.alloc(3));
    end(body);
    expect(keep.keptBytes.taken).toBe(10);
    body.add(Buffer.alloc(1));
    body.read(true);
    body.read(false);
    body.forget('again');
    expect(keep.keptBytes.taken).toBe(10);
  });

  test('media take none', () => {
    const keep = keeping(1000);
    const body = new KeptBody({ 'content-type': 'image/png' }, keep);
    body.add(Buffer.alloc(700));
    expect(keep.keptBytes.taken).toBe(0);
    expect(body.read(true)).toEqual({ missing: 'is media' });
  });
});
