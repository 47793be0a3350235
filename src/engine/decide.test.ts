import { describe, expect, test } from 'vitest';
import type { Transcript } from '../model/transcript.ts';
import type { Violation } from '../model/violation.ts';
import { exchange, violation } from '../report/report.fixture.ts';
import { decide } from './decide.ts';

const seen = (changes: Partial<Transcript> = {}): Transcript => ({
  exchanges: [exchange()],
  violations: [],
  checks: 1,
  notes: [],
  ...changes,
});
const broken = (message: string, changes: Partial<Violation> = {}) =>
  violation({ message, ...changes });
const verdictOf = (...violations: Violation[]) => decide(seen({ violations }));
const stop = (verdict: 'unsupported' | 'inconclusive' | 'error') => ({
  verdict,
  reason: 'stopped',
});

describe('what was seen to hold passes', () => {
  test('without a reason', () => {
    expect(decide(seen())).toEqual({ verdict: 'pass', reason: '' });
  });

  test('only where something was checked', () => {
    const reason = 'the scenario ended without having checked anything';
    expect(decide(seen({ checks: 0 }))).toEqual({ verdict: 'error', reason });
    expect(decide(seen({ exchanges: [] }))).toEqual({ verdict: 'error', reason });
  });
});

describe('the first violation decides', () => {
  const must = broken('a MUST under test');
  const before = broken('a MUST before it', { underTest: false });

  test('under test it is a failure', () => {
    expect(verdictOf(must, before)).toEqual({
      verdict: 'fail',
      reason: 'a MUST under test',
      kind: 'status',
    });
  });

  test('elsewhere it is inconclusive, whatever follows', () => {
    expect(verdictOf(before, must)).toEqual({
      verdict: 'inconclusive',
      reason: 'before the point: a MUST before it',
      kind: 'status',
    });
  });

  test('a SHOULD elsewhere is in the way as well', () => {
    const should = broken('a SHOULD before it', { underTest: false, level: 'SHOULD' });
    expect(verdictOf(should, must).verdict).toBe('inconclusive');
  });

  test.each(['unsupported', 'inconclusive', 'error'] as const)(
    'and counts more than that the scenario then ended as %s',
    (verdict) => {
      expect(decide(seen({ violations: [must], stop: stop(verdict) })).verdict).toBe('fail');
    },
  );
});

describe('a wrong header', () => {
  const header = (underTest: boolean) => broken('a header', { kind: 'header', underTest });

  test('elsewhere decides nothing', () => {
    expect(verdictOf(header(false)).verdict).toBe('pass');
    expect(verdictOf(header(false), broken('later')).verdict).toBe('fail');
  });

  test('under test is a failure like any other', () => {
    expect(verdictOf(header(true)).verdict).toBe('fail');
  });
});

describe('advice', () => {
  const should = broken('a SHOULD', { level: 'SHOULD' });

  test('is what a SHOULD that was not met comes to', () => {
    expect(verdictOf(should)).toEqual({ verdict: 'advice', reason: 'a SHOULD', kind: 'status' });
  });

  test('gives way to a MUST that was broken later', () => {
    expect(verdictOf(should, broken('later')).verdict).toBe('fail');
    expect(verdictOf(should, broken('later', { underTest: false })).verdict).toBe('inconclusive');
  });

  test.each(['inconclusive', 'error'] as const)('gives way to a stop as %s', (verdict) => {
    const decision = decide(seen({ violations: [should], stop: stop(verdict) }));
    expect(decision).toEqual({ verdict, reason: 'stopped' });
  });

  test('does not give way to a stop as unsupported', () => {
    const decision = decide(seen({ violations: [should], stop: stop('unsupported') }));
    expect(decision.verdict).toBe('advice');
  });
});

test('what the specification leaves open never decides', () => {
  expect(verdictOf(broken('seen', { level: 'UNSPECIFIED' })).verdict).toBe('pass');
});

test.each(['unsupported', 'inconclusive', 'error'] as const)(
  'a stop as %s is the verdict where nothing was broken, even if nothing was checked',
  (verdict) => {
    const decision = decide(seen({ checks: 0, exchanges: [], stop: stop(verdict) }));
    expect(decision).toEqual({ verdict, reason: 'stopped' });
  },
);
