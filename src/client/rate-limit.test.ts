import { describe, expect, test } from 'vitest';
import { rateLimitWaitMs } from './rate-limit.ts';

const now = Date.parse('2026-11-22T13:00:00Z');
const wait = (headers: Record<string, string>, json?: unknown, attempt = 0) =>
  rateLimitWaitMs(headers, json, attempt, now);

describe('Retry-After', () => {
  test.each([
    ['seconds', '3', 3000],
    ['a part of a second', ' 0.5 ', 500],
    ['an HTTP date', 'Sun, 22 Nov 2026 13:00:07 GMT', 7000],
  ])('%s', (_, header, ms) => {
    expect(wait({ 'retry-after': header })).toBe(ms);
  });

  test('it counts before the body', () => {
    expect(wait({ 'retry-after': '2' }, { retry_after_ms: 9000 })).toBe(2000);
  });

  test('no time at all is a short while, so that nobody is hammered', () => {
    expect(wait({ 'retry-after': '0' })).toBe(50);
    expect(wait({}, { retry_after_ms: 0 })).toBe(50);
  });
});

describe('the body counts where the header says nothing of use', () => {
  test.each(['', 'soon', '-5', 'Infinity', 'Sun, 22 Nov 2020 13:00:00 GMT'])('%j', (header) => {
    expect(wait({ 'retry-after': header }, { retry_after_ms: 1234 })).toBe(1234);
  });
});

describe('without either it waits longer each time', () => {
  test.each([
    undefined,
    null,
    'text',
    [],
    { retry_after_ms: '100' },
    { retry_after_ms: -1 },
    { retry_after_ms: null },
  ])('%j', (json) => {
    expect([0, 1, 2].map((attempt) => wait({}, json, attempt))).toEqual([1000, 2000, 4000]);
  });

  test('but not without a bound', () => {
    expect(wait({}, undefined, 1000)).toBe(64_000);
  });
});
