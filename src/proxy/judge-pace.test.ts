import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { JudgePace } from './judge-pace.ts';

function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

test('the judge rests where its traffic is dense and processors are few', () => {
  const pace = new JudgePace(2);
  pace.begin();
  work(20);
  expect(pace.rest()).toBeGreaterThan(0);
});

test('it does not where there is a processor for it', () => {
  const pace = new JudgePace(8);
  pace.begin();
  work(20);
  expect(pace.rest()).toBe(0);
});

test('nor where traffic is thin', async () => {
  const pace = new JudgePace(2);
  pace.begin();
  await setTimeout(200);
  expect(pace.rest()).toBe(0);
});
