import { expect, test } from 'vitest';
import { aTry, exchange, outcome } from '../report.fixture.ts';
import { runEvidence } from './run-evidence.ts';

test('headers that are of each answer alone count for what a page may hold', () => {
  const answer = (index: number) => {
    const headers = { 'x-long': `${index} ${'x'.repeat(15_000)}` };
    return exchange({ response: { status: 200, headers, body: '{}', truncated: false } });
  };
  const exchanges = Array.from({ length: 3000 }, (_, index) => answer(index));
  const { chunks } = runEvidence([
    outcome('a/b', 'fail', { tries: [aTry('fail', { exchanges })] }),
  ]);
  expect(JSON.stringify(chunks).length).toBeLessThan(25_000_000);
  expect(chunks[0]?.outcomes[0]?.[0]?.left).toBeGreaterThan(1000);
});
