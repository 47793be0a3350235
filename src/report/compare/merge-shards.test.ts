import { expect, test } from 'vitest';
import { outcome } from '../report.fixture.ts';
import { runOf } from './comparison.fixture.ts';
import { areShards, mergeShards } from './merge-shards.ts';

const part = (shard: string, ...ids: readonly string[]) => {
  const run = runOf(
    'S 1',
    ids.map((id) => outcome(id, 'pass')),
  );
  return { ...run, plan: { ...run.plan, shard } };
};

test('the parts of a run, in whatever order, are the run', () => {
  const whole = mergeShards([part('2/2', 'a/2', 'a/4'), part('1/2', 'a/1', 'a/3', 'a/5')]);
  expect(whole.outcomes.map(({ id }) => id)).toEqual(['a/1', 'a/2', 'a/3', 'a/4', 'a/5']);
  expect(whole).toMatchObject({ counts: { pass: 5 }, problems: [] });
  expect(whole.plan.shard).toBeUndefined();
});

test('a part that is missing is a problem of the whole', () => {
  const { problems } = mergeShards([part('1/3', 'a/1'), part('3/3', 'a/3')]);
  expect(problems).toEqual(['shard 2/3 was not given']);
});

test('the same part twice, parts of other counts and whole runs are no parts of one run', () => {
  expect(areShards([part('1/2'), part('2/2')])).toBe(true);
  expect(areShards([part('1/2'), part('1/2')])).toBe(false);
  expect(areShards([part('1/2'), part('2/3')])).toBe(false);
  expect(areShards([runOf('S 1', []), runOf('S 1', [])])).toBe(false);
  expect(areShards([part('1/4000000000'), part('2/4000000000')])).toBe(false);
});
