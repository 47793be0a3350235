import { expect, test } from 'vitest';
import type { Judgement } from '../../model/expectation.ts';
import type { Verdict } from '../../model/verdict.ts';
import { outcome } from '../report.fixture.ts';
import { type Change, changeOf } from './change.ts';

type Seen = Verdict | 'not run';

const of = (verdict: Seen) => (verdict === 'not run' ? undefined : outcome('a/b', verdict));

test.each<[Seen, Seen, Change | undefined, Change | undefined]>([
  ['pass', 'pass', 'same', 'same'],
  ['pass', 'fail', 'regression', 'regression'],
  ['pass', 'advice', 'weaker', 'regression'],
  ['advice', 'fail', 'regression', 'regression'],
  ['advice', 'advice', 'same', 'same'],
  ['advice', 'pass', 'mended', 'mended'],
  ['fail', 'pass', 'mended', 'mended'],
  ['fail', 'advice', 'mended', 'mended'],
  ['fail', 'fail', 'same', 'same'],
  ['pass', 'unsupported', 'unsaid', 'unsaid'],
  ['pass', 'inconclusive', 'unsaid', 'unsaid'],
  ['fail', 'error', 'unsaid', 'unsaid'],
  ['error', 'inconclusive', 'same', 'same'],
  ['error', 'pass', 'settled', 'settled'],
  ['unsupported', 'fail', 'new-breach', 'new-breach'],
  ['unsupported', 'advice', 'settled', 'new-breach'],
  ['not run', 'fail', 'new-breach', 'new-breach'],
  ['not run', 'pass', 'new', 'new'],
  ['not run', 'advice', 'new', 'new-breach'],
  ['pass', 'not run', 'gone', 'gone'],
  ['not run', 'not run', undefined, undefined],
])('from %s to %s is %s, and strictly %s', (before, now, usual, strict) => {
  expect([changeOf(of(before), of(now), false), changeOf(of(before), of(now), true)]).toEqual([
    usual,
    strict,
  ]);
});

test('what fails as its expectations say is no regression, and is told', () => {
  const expectation: Judgement = {
    expect: 'flaky',
    reason: 'It races.',
    file: 'known.yaml',
    line: 1,
    met: 'expected',
    told: 'expected flaky, and came to fail',
  };
  const now = outcome('a/b', 'fail', { expectation });
  expect(changeOf(outcome('a/b', 'pass'), now, false)).toBe('foreseen');
});

test('what fails in another kind is broken otherwise', () => {
  const [was, is] = (['status', 'schema'] as const).map((kind) => outcome('a/b', 'fail', { kind }));
  expect(changeOf(was, is, false)).toBe('otherwise');
  expect(changeOf(was, was, false)).toBe('same');
});
