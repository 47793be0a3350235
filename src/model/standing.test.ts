import { expect, test } from 'vitest';
import { outcome } from '../report/report.fixture.ts';
import type { Judgement, Met } from './expectation.ts';
import { isUnmet, type Standing, standing } from './standing.ts';
import type { Verdict } from './verdict.ts';

const judgement = (met: Met): Judgement => ({
  ...{ expect: 'fail', reason: 'Known.', file: 'known.yaml', line: 1 },
  ...{ met, told: 'expected fail' },
});

test.each<[Verdict, Met | undefined, Standing, Standing]>([
  ['pass', undefined, 'holds', 'holds'],
  ['fail', undefined, 'against', 'against'],
  ['advice', undefined, 'silent', 'against'],
  ['error', undefined, 'unclear', 'unclear'],
  ['inconclusive', undefined, 'unclear', 'unclear'],
  ['unsupported', undefined, 'silent', 'silent'],
  ['pass', 'expected', 'holds', 'holds'],
  ['fail', 'expected', 'known', 'known'],
  ['advice', 'expected', 'known', 'known'],
  ['error', 'expected', 'known', 'known'],
  ['pass', 'unexpected-pass', 'against', 'against'],
  ['advice', 'changed', 'against', 'against'],
  ['advice', 'regression', 'against', 'against'],
  ['fail', 'regression', 'against', 'against'],
  ['error', 'unclear', 'unclear', 'unclear'],
  ['unsupported', 'unclear', 'silent', 'silent'],
  ['unsupported', 'skipped', 'silent', 'silent'],
  ['fail', 'expired', 'against', 'against'],
  ['pass', 'expired', 'holds', 'holds'],
  ['advice', 'other-version', 'silent', 'against'],
])('%s, its expectation %s: %s, and strictly %s', (verdict, met, usual, strict) => {
  const expectation = met === undefined ? {} : { expectation: judgement(met) };
  const one = outcome('stories/one', verdict, expectation);
  expect([standing(one, false), standing(one, true)]).toEqual([usual, strict]);
  expect(isUnmet(one.expectation)).toBe(/unexpected|changed|regression/.test(met ?? ''));
});
