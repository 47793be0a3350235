import { describe, expect, test } from 'vitest';
import { aTry, outcome, violation } from '../report.fixture.ts';
import { compareResults } from './compare-results.ts';
import { given, runOf } from './comparison.fixture.ts';

const both = (
  one: 'pass' | 'fail',
  other: 'pass' | 'fail',
  softwares = ['Synapse 1.1', 'Synapse 1.2'],
) =>
  [one, other].map((verdict, index) =>
    given(`f${index}`, runOf(softwares[index] ?? '', [outcome('a/b', verdict)])),
  );

describe('whether it got worse', () => {
  test('a requirement that held in the first of one software, and fails now, is exit code 1', () => {
    const { baseline, exitCode, rows } = compareResults(both('pass', 'fail'));
    expect({ baseline, exitCode, change: rows[0]?.cells[1]?.change }).toEqual({
      ...{ baseline: 0, exitCode: 1, change: 'regression' },
    });
    expect(compareResults(both('fail', 'pass')).exitCode).toBe(0);
  });

  test('two homeservers that do not say what they are count as one software', () => {
    expect(compareResults(both('pass', 'fail', ['unknown', 'unknown'])).exitCode).toBe(1);
  });

  test('different homeservers are judged only where a baseline is named', () => {
    const different = both('pass', 'fail', ['Synapse 1.1', 'unknown']);
    expect(compareResults(different)).toMatchObject({ exitCode: 0 });
    expect(compareResults(different).baseline).toBeUndefined();
    expect(compareResults(different, 0).exitCode).toBe(1);
    expect(compareResults(different, 1).exitCode).toBe(0);
    expect(compareResults(both('pass', 'fail'), 'none').exitCode).toBe(0);
  });

  test('each of three versions is judged by the first', () => {
    const three = [
      ...both('pass', 'fail'),
      given('f3', runOf('Synapse 1.3', [outcome('a/b', 'fail')])),
    ];
    const { servers } = compareResults(three);
    expect(servers.map(({ changes }) => changes?.regression)).toEqual([undefined, 1, 1]);
  });

  test('a run that was interrupted, or had problems, cannot say that nothing got worse', () => {
    const [first, second] = both('pass', 'pass');
    if (first === undefined || second === undefined) throw new Error('two are made');
    const cut = { ...second, result: { ...second.result, interrupted: true } };
    expect(compareResults([first, cut])).toMatchObject({
      exitCode: 2,
      problems: [expect.stringContaining('interrupted')],
    });
  });

  test('nothing in common that both can judge is exit code 2, never 0', () => {
    const silent = given('f1', runOf('Synapse 1.2', [outcome('a/b', 'error')]));
    const [first] = both('pass', 'pass');
    if (first === undefined) throw new Error('one is made');
    expect(compareResults([first, silent]).exitCode).toBe(2);
  });
});

describe('what a reader is warned of', () => {
  const warnings = (changes: Parameters<typeof runOf>[2]) =>
    compareResults([
      given('f0', runOf('Synapse 1.1', [outcome('a/b', 'pass')])),
      given('f1', runOf('Synapse 1.2', [outcome('a/b', 'pass')], changes)),
    ]).warnings.join(' ');

  test('nothing, where the runs are alike', () => expect(warnings({})).toBe(''));

  test('that the checkers differ', () =>
    expect(warnings({ checker: { name: 'matrix-conformance', version: '9' } })).toContain(
      'checkers',
    ));

  test.each([
    ['another specification', { specification: 'v1.1' }, 'The documents differ'],
    ['a shard', { shard: '1/2' }, 'shard 1 of 2'],
    ['--only', { only: 'room' }, '--only room'],
  ])('of %s', (_, plan, message) => {
    const { plan: usual } = runOf('Synapse', []);
    expect(warnings({ plan: { ...usual, ...plan } })).toContain(message);
  });

  test('that much of what held cannot be judged any more', () => {
    const { warnings } = compareResults([
      given('f0', runOf('S 1', [outcome('a/b', 'pass'), outcome('a/c', 'pass')])),
      given('f1', runOf('S 2', [outcome('a/b', 'pass'), outcome('a/c', 'unsupported')])),
    ]);
    expect(warnings).toEqual([expect.stringMatching(/Of 2 requirements.*1 cannot be judged/)]);
  });
});

describe('what homeservers have in common', () => {
  const row = (
    ...verdicts: readonly ('pass' | 'fail' | 'advice' | 'unsupported' | 'reference')[]
  ) =>
    compareResults(
      verdicts.map((verdict, index) =>
        verdict === 'reference'
          ? given('r', runOf('matrix-conformance reference 1', [outcome('a/b', 'pass')]))
          : given(`f${index}`, runOf(`S${'abcd'[index]} 1`, [outcome('a/b', verdict)])),
      ),
    ).rows[0];

  test('a requirement that two break and none keeps is doubtful, whatever the reference does', () => {
    expect(row('fail', 'fail')?.isKeptByNone).toBe(true);
    expect(row('fail', 'advice', 'unsupported', 'reference')?.isKeptByNone).toBe(true);
    expect(row('fail', 'unsupported')?.isKeptByNone).toBe(false);
    expect(row('fail', 'fail', 'pass')?.isKeptByNone).toBe(false);
  });

  test('one that breaks what another keeps is alone, and the reference is not that other', () => {
    expect(row('pass', 'fail', 'pass')?.brokenOnlyBy).toBe(1);
    expect(row('fail', 'reference')?.brokenOnlyBy).toBeUndefined();
    expect(row('fail', 'fail', 'pass')?.brokenOnlyBy).toBeUndefined();
  });

  test('they break it alike where expected and actual differ in ids alone', () => {
    const broken = (actual: string) =>
      outcome('a/b', 'fail', { tries: [aTry('fail', { violations: [violation({ actual })] })] });
    const alike = (one: string, other: string) =>
      compareResults([
        given('f0', runOf('A 1', [broken(one)])),
        given('f1', runOf('B 1', [broken(other)])),
      ]).rows[0]?.isBrokenAlike;
    expect(alike('404 @alice1:hs.test', '404 @bob:other.test')).toBe(true);
    expect(alike('404', '500')).toBe(false);
  });
});

test('a requirement that one run did not ask has an empty cell, and stands with its suite', () => {
  const { rows } = compareResults([
    given('f0', runOf('A 1', [outcome('a/b', 'pass'), outcome('z/z', 'pass')])),
    given('f1', runOf('B 1', [outcome('a/b', 'pass'), outcome('a/c', 'pass')])),
  ]);
  expect(rows.map(({ id }) => id)).toEqual(['a/b', 'a/c', 'z/z']);
  expect(rows[1]?.cells[0]).toEqual({});
});
