import { describe, expect, test } from 'vitest';
import { ownDocuments } from '../client/auth/auth-line.fixture.ts';
import { Contract } from '../client/contract.ts';
import { suite } from '../scenario/suite.ts';
import { goodStory, planFor, suiteOf } from './plan.fixture.ts';
import type { Plan } from './plan.ts';
import { selectScenarios } from './select-scenarios.ts';

const many = suiteOf(
  Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`story-${index}`, goodStory])),
);
const contract = new Contract(ownDocuments, ownDocuments);

function select(changes: Partial<Plan>) {
  const plan = planFor('http://hs.test', { suites: [many], ...changes });
  const { scenarios, problems } = selectScenarios(plan, contract);
  return { ids: scenarios.map(({ id }) => id), problems };
}

describe('without a choice', () => {
  test('all are run, in their order', () => {
    const { ids, problems } = select({});
    expect(ids).toEqual(many.scenarios.map(({ id }) => id));
    expect(problems).toEqual([]);
  });

  test('a suite none of whose operations is documented is a problem, and the others are run', () => {
    const other = suite('other', { section: '', operations: ['noSuchOperation'] });
    other.must('story', { title: '', rows: [], run: goodStory });
    const { ids, problems } = select({ suites: [other, many] });
    expect(ids).toHaveLength(11);
    expect(problems).toEqual([
      expect.stringMatching(/documents none of the operations of the suite other \(noSuchOp/),
    ]);
  });
});

describe('--only', () => {
  test.each<[string, readonly string[]]>([
    ['story-3', ['stories/story-3']],
    ['stories/story-1', ['stories/story-1', 'stories/story-10']],
    ['s*-10', ['stories/story-10']],
    ['*-10', ['stories/story-10']],
    ['stories/*3*', ['stories/story-3']],
  ])('%s', (only, ids) => {
    expect(select({ only })).toEqual({ ids, problems: [] });
  });

  test('a list of ids is taken word for word, and each of no scenario is a problem', () => {
    const { ids, problems } = select({ only: ['stories/story-1', 'stories/story', 'story-2'] });
    expect(ids).toEqual(['stories/story-1']);
    expect(problems).toEqual([
      expect.stringMatching(/no scenario stories\/story:/),
      expect.stringMatching(/no scenario story-2:/),
    ]);
  });

  test('an empty list is a problem', () => {
    expect(select({ only: [] })).toMatchObject({ ids: [], problems: [expect.any(String)] });
  });

  test('an empty pattern leaves none out', () => {
    expect(select({ only: '' }).ids).toHaveLength(11);
  });

  test.each(['no-such', '10*story', 'story-.', 'STORY'])('%s is in none: a problem', (only) => {
    expect(select({ only })).toEqual({
      ids: [],
      problems: [`No scenario matches --only ${only}: matrix-conformance list shows their ids.`],
    });
  });
});

describe('shards', () => {
  test.each([1, 2, 3, 5, 11])('%i together are the whole, and none is run twice', (count) => {
    const shards = Array.from({ length: count }, (_, index) =>
      select({ shard: { index: index + 1, count } }),
    );
    const all = shards.flatMap(({ ids }) => ids);
    expect(all.toSorted()).toEqual(select({}).ids.toSorted());
    expect(shards.flatMap(({ problems }) => problems)).toEqual([]);
    const sizes = shards.map(({ ids }) => ids.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test('are made of what --only leaves', () => {
    expect(select({ only: 'story-1', shard: { index: 2, count: 2 } }).ids).toEqual([
      'stories/story-10',
    ]);
  });

  test('one that is empty is a problem', () => {
    expect(select({ shard: { index: 12, count: 12 } })).toEqual({
      ids: [],
      problems: ['Shard 12/12 of 11 scenarios is empty: ask for 11 shards at the most.'],
    });
  });
});
