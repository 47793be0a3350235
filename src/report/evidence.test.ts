import { expect, test } from 'vitest';
import { evidence } from './evidence.ts';
import { aTry, exchange, outcome, violation } from './report.fixture.ts';

const [first, second] = [exchange({ user: 'alice' }), exchange({ user: 'mallory' })];

test('a failure stands on its first broken MUST under test, and on the exchange that shows it', () => {
  const violations = [
    violation({ underTest: true, level: 'SHOULD', exchange: 1 }),
    violation({ underTest: true, message: 'this one', exchange: 0 }),
    violation({ underTest: true, exchange: 1 }),
  ];
  const tries = [aTry('fail', { exchanges: [first, second], violations })];
  const found = evidence(outcome('room_state/a', 'fail', { tries }));
  expect(found.violation?.message).toBe('this one');
  expect(found.exchange).toBe(first);
  expect(found.others).toHaveLength(2);
});

test('an error stands on no violation, and on the last exchange', () => {
  const tries = [aTry('error', { exchanges: [first, second], violations: [violation()] })];
  const found = evidence(outcome('room_state/a', 'error', { tries }));
  expect(found).toMatchObject({ exchange: second, others: [violation()] });
  expect(found.violation).toBeUndefined();
});

test('of several tries the one that gave the verdict is shown, of a pass the one that failed', () => {
  const failed = aTry('fail', { exchanges: [first], violations: [violation()] });
  const tries = [failed, aTry('pass')];
  expect(evidence(outcome('room_state/a', 'pass', { tries })).try).toBe(failed);
  expect(evidence(outcome('room_state/a', 'fail', { tries })).try).toBe(failed);
});

test('an outcome that never started has no evidence', () => {
  expect(evidence(outcome('room_state/a', 'error', { tries: [] }))).toEqual({ others: [] });
});
