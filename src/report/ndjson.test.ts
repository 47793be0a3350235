import { expect, test } from 'vitest';
import { ndjson } from './ndjson.ts';
import { aTry, exchange, outcome, runResult } from './report.fixture.ts';

const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('an outcome is told when its last answer came, and the end when the run was over', () => {
  const tries = [aTry('pass', { exchanges: [exchange({ durationMs: 12 })] })];
  const times = lines(ndjson(runResult([outcome('a/b', 'pass', { tries })]))).map(
    ({ type, time }) => [type, time],
  );
  expect(times).toEqual([
    ['run-started', '2026-11-22T13:00:00.123Z'],
    ['scenario-finished', '2026-11-22T13:00:00.012Z'],
    ['run-finished', '2026-11-22T13:00:04.323Z'],
  ]);
});

test('times that are none are told as they stand', () => {
  const odd = [exchange({ startedAt: '2016-12-31T23:59:60Z' })];
  const result = runResult([outcome('a/b', 'pass', { tries: [aTry('pass', { exchanges: odd })] })]);
  const times = lines(ndjson({ ...result, durationMs: 1e300 })).map(({ time }) => time);
  expect(times).toEqual([result.startedAt, '2016-12-31T23:59:60Z', result.startedAt]);
});
