import { describe, expect, test } from 'vitest';
import type { Expectation, Met } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import { outcome } from '../report/report.fixture.ts';
import { isSkipped, judge } from './judge.ts';
import { readExpectations } from './read-expectations.ts';

const id = 'room_state/a-topic-is-kept';
const circumstances = { software: 'Synapse 1.163.2', today: '2026-11-25' };

/** The entry with these members, as it is read from a file. */
function entry(members: string): Expectation {
  const [read] = readExpectations(`${id}:\n  reason: It is lost.\n  ${members}\n`, {
    file: 'known.yaml',
    ids: [id],
  }).entries;
  if (read === undefined) throw new TypeError('there is no entry');
  return read;
}

/** `fail (status)` as an outcome. */
function came(to: string): Outcome {
  const [, verdict = '', kind] = /^(\w+)(?: \((\w+)\))?$/.exec(to) ?? [];
  return outcome(id, verdict as Outcome['verdict'], (kind ? { kind } : {}) as Partial<Outcome>);
}

const flaky = 'expect: flaky\n  until: 2026-11-25';

test.each<[string, string, Met]>([
  ['expect: fail', 'fail (status)', 'expected'],
  ['expect: fail\n  kind: status', 'fail (status)', 'expected'],
  ['expect: fail\n  kind: status', 'fail (schema)', 'regression'],
  ['expect: fail', 'pass', 'unexpected-pass'],
  ['expect: fail', 'advice (status)', 'changed'],
  ['expect: fail\n  kind: status', 'advice (schema)', 'changed'],
  ['expect: fail', 'error', 'unclear'],
  ['expect: fail', 'error (timeout)', 'unclear'],
  ['expect: fail', 'inconclusive (status)', 'unclear'],
  ['expect: fail', 'unsupported', 'unclear'],
  ['expect: fail\n  kind: timeout', 'error (timeout)', 'expected'],
  ['expect: fail\n  kind: timeout', 'error', 'unclear'],
  ['expect: fail\n  kind: timeout', 'fail (status)', 'regression'],
  ['expect: advice', 'advice (schema)', 'expected'],
  ['expect: advice\n  kind: schema', 'advice (status)', 'regression'],
  ['expect: advice', 'fail (status)', 'regression'],
  ['expect: advice', 'pass', 'unexpected-pass'],
  [flaky, 'pass', 'expected'],
  [flaky, 'fail (state)', 'expected'],
  [flaky, 'advice (state)', 'expected'],
  [flaky, 'error', 'unclear'],
  [`${flaky}\n  kind: timeout`, 'error (timeout)', 'expected'],
  [`${flaky}\n  kind: status`, 'fail (schema)', 'regression'],
  [flaky.replace('25', '24'), 'pass', 'expired'],
  [flaky.replace('25', '24'), 'fail (state)', 'expired'],
  ['expect: skip', 'unsupported', 'skipped'],
  ['expect: fail\n  versions: <1.160', 'pass', 'other-version'],
  ['expect: fail\n  versions: <1.160', 'fail (state)', 'other-version'],
  ['expect: fail\n  versions: <1.170', 'fail (state)', 'expected'],
])('%j that came to %s: %s', (members, to, met) => {
  expect(judge(entry(members), came(to), circumstances).met).toBe(met);
});

test('the sentence says what was expected, and what came', () => {
  const told = (members: string, to: string, changes: Partial<Outcome> = {}) =>
    judge(entry(members), { ...came(to), ...changes }, circumstances).told;
  expect(told('expect: advice\n  kind: status', 'fail (schema)')).toBe(
    'expected advice (status), and came to fail (schema)',
  );
  expect(told('expect: fail', 'pass')).toBe('expected fail, and passed');
  expect(told('expect: fail', 'pass', { intermittent: true })).toMatch(/on its second try$/);
  expect(told(flaky.replace('25', '24'), 'pass')).toMatch(
    /until 2026-11-24.*is 2026-11-25.*no more/,
  );
  expect(told('expect: fail\n  versions: <1.160', 'fail')).toMatch(/ of <1.160, .*Synapse 1.163.2/);
});

describe('a server that does not say its version', () => {
  const unknown = { ...circumstances, software: 'unknown' };

  test('is one for which the entry holds, with a note', () => {
    const judgement = judge(entry('expect: fail\n  versions: <1.160'), came('fail'), unknown);
    expect(judgement.met).toBe('expected');
    expect(judgement.told).toMatch(/does not say its version, so the entry for <1.160 holds$/);
  });

  test('needs no note where the entry names no versions', () => {
    expect(judge(entry('expect: fail'), came('fail'), unknown).told).not.toMatch(/version/);
  });
});

test('what is to be skipped is so only for the versions that the entry names', () => {
  const skipped = (versions: string, software: string) =>
    isSkipped(entry(`expect: skip\n  versions: "${versions}"`), { ...circumstances, software });
  expect(skipped('<2', 'Synapse 1.163.2')).toBe(true);
  expect(skipped('<2', 'unknown')).toBe(true);
  expect(skipped('>2', 'Synapse 1.163.2')).toBe(false);
  expect(isSkipped(entry('expect: fail'), circumstances)).toBe(false);
});

describe('the edit', () => {
  const edit = (members: string, to: string) =>
    judge(entry(members), came(to), circumstances).edit?.map(({ line, text, becomes }) =>
      becomes === undefined ? `- ${line}: ${text}` : `~ ${line}: ${becomes}`,
    );

  test('for a pass is to remove each line of the entry', () => {
    expect(edit('expect: fail', 'pass')).toEqual([
      `- 1: ${id}:`,
      '- 2:   reason: It is lost.',
      '- 3:   expect: fail',
    ]);
  });

  test('for an advice is to say so, and its kind where one was named', () => {
    expect(edit('expect: fail # still', 'advice (schema)')).toEqual([
      '~ 3:   expect: advice # still',
    ]);
    expect(edit('expect: fail\n  kind: status', 'advice (schema)')).toEqual([
      '~ 3:   expect: advice',
      '~ 4:   kind: schema',
    ]);
  });

  test('is not there for a regression: what broke is not to be excused at once', () => {
    expect(edit('expect: advice', 'fail')).toBeUndefined();
  });
});
