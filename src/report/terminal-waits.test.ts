import { expect, test } from 'vitest';
import { outcome, runResult } from './report.fixture.ts';
import { terminalSummary } from './terminal.ts';

const plain = { color: false, width: 90 };

test('a short wait for the rate limit is not worth a word', () => {
  const result = runResult([outcome('room_state/a', 'pass')]);
  const waited = (waitedMs: number) =>
    terminalSummary({ ...result, rateLimit: { waits: 1, waitedMs } }, plain);
  expect(waited(3000)).not.toContain('rate limit');
  expect(waited(3001)).toContain('rate limit');
});
