import { describe, expect, test } from 'vitest';
import { abortMany, startUnsteady } from './aborted.fixture.ts';
import { startAlone } from './alone.fixture.ts';
import { KeptBytes } from './kept-bytes.ts';
import { startWatched } from './proxy.fixture.ts';

/** Bytes that remember whether more were ever given back than taken, and the most that were. */
class WatchedBytes extends KeptBytes {
  least = 0;
  most = 0;

  override take(bytes: number): boolean {
    const isTaken = super.take(bytes);
    this.most = Math.max(this.most, this.taken);
    return isTaken;
  }

  override giveBack(bytes: number): void {
    super.giveBack(bytes);
    this.least = Math.min(this.least, this.taken);
  }
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}

describe('connections that end in every way', () => {
  test.each([
    ['enough bytes', 64 * 1024 * 1024, 1],
    ['few bytes', 100_000, 2],
    ['none', 0, 3],
  ])('leave nothing kept, and each request is told once (%s)', async (_, bytes, seed) => {
    const keptBytes = new WatchedBytes(bytes);
    const proxy = await startWatched(await startUnsteady(seed * 1e6), { keptBytes });
    await abortMany(proxy.url, 300, seed * 1e6 + 1e5);
    await expect.poll(() => keptBytes.taken, { timeout: 5000 }).toBe(0);
    await expect
      .poll(() => proxy.exchanges.length + sum(proxy.notJudged))
      .toBeGreaterThanOrEqual(proxy.requests);
    // Of each connection one head at most is lost that cannot be read, and is no request.
    const unread = proxy.exchanges.length + sum(proxy.notJudged) - proxy.requests;
    expect(unread).toBeLessThan(150);
    expect(keptBytes.least).toBe(0);
    expect(keptBytes.most).toBeLessThanOrEqual(bytes);
    expect(proxy.requests).toBeGreaterThan(30);
    expect(sum(proxy.notJudged)).toBeGreaterThan(0);
  });

  test('to a homeserver that is not there leave nothing either', async () => {
    const keptBytes = new WatchedBytes(1e6);
    const proxy = await startWatched('http://127.0.0.1:1', { keptBytes });
    await abortMany(proxy.url, 300, 4e6);
    await expect.poll(() => keptBytes.taken, { timeout: 5000 }).toBe(0);
    expect(keptBytes.least).toBe(0);
    expect(proxy.exchanges.length + sum(proxy.notJudged)).toBeGreaterThanOrEqual(proxy.requests);
  });
});

test('five hundred at once that break off anywhere leave no memory and no socket', async () => {
  const proxy = await startAlone(await startUnsteady(5e6), 8 * 1024 * 1024);
  const round = async (seed: number) => {
    await abortMany(proxy.url, 500, seed);
    await expect.poll(async () => (await proxy.held()).sockets, { timeout: 5000 }).toBe(0);
    return proxy.held();
  };
  await round(6e6);
  const before = await round(7e6);
  const after = await round(8e6);
  expect([before.taken, after.taken]).toEqual([0, 0]);
  expect(after.told).toBeGreaterThan(before.told + 100);
  expect(after.bytes - before.bytes).toBeLessThan(2 * 1024 * 1024);
});
