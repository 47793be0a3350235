import { describe, expect, test } from 'vitest';
import type { Verdict } from '../model/verdict.ts';
import type { Context } from '../scenario/context.ts';
import { inconclusive, unsupported } from '../scenario/stop-scenario.ts';
import { groundAt, reference, scenarioOf } from '../scenario/story.fixture.ts';
import { neverRun, runWithTries } from './run-with-tries.ts';

/** What a story has to do to come to a verdict. */
const endings: Readonly<Record<Verdict, (context: Context) => void>> = {
  pass: ({ check }) => check('one', 1).equals(1),
  fail: ({ check }) => check('one', 1).equals(2),
  advice: ({ check }) => check('one', 1).equals(2),
  inconclusive: () => {
    throw inconclusive('the way was blocked');
  },
  unsupported: () => {
    throw unsupported('there is no such thing');
  },
  error: () => {
    throw new TypeError('a mistake');
  },
};

/** The outcome of a scenario whose tries come to these verdicts. */
async function outcomeOf(verdicts: readonly Verdict[], tries: 1 | 2 = 2, signal?: AbortSignal) {
  let count = 0;
  const level = verdicts.includes('advice') ? 'SHOULD' : 'MUST';
  const scenario = scenarioOf(async (context) => {
    const { alice } = await context.users('alice');
    await alice.call('getTokenOwner');
    const verdict = verdicts[count];
    count += 1;
    if (verdict === undefined) throw new TypeError('there were more tries than there should be');
    endings[verdict](context);
  }, level);
  const ground = groundAt(await reference(), signal === undefined ? {} : { signal });
  const outcome = await runWithTries(ground, scenario, tries);
  expect(outcome.tries.map(({ verdict }) => verdict)).toEqual(verdicts);
  expect(count).toBe(verdicts.length);
  return outcome;
}

describe('one try is enough', () => {
  test.each<Verdict>(['pass', 'unsupported'])('for a clear end: %s', async (verdict) => {
    expect(await outcomeOf([verdict])).toMatchObject({ verdict, intermittent: false });
  });

  test.each<Verdict>(['fail', 'error'])('where no second was asked for: %s', async (verdict) => {
    expect(await outcomeOf([verdict], 1)).toMatchObject({ verdict, intermittent: false });
  });
});

describe('two tries that agree are not intermittent', () => {
  test.each<Verdict>(['fail', 'advice', 'inconclusive', 'error'])('%s', async (verdict) => {
    expect(await outcomeOf([verdict, verdict])).toMatchObject({ verdict, intermittent: false });
  });
});

describe('two tries that do not agree are shown, and a broken requirement stays broken', () => {
  test.each<[Verdict, Verdict, Verdict]>([
    ['fail', 'pass', 'fail'],
    ['fail', 'error', 'fail'],
    ['error', 'fail', 'fail'],
    ['inconclusive', 'fail', 'fail'],
    ['advice', 'pass', 'advice'],
    ['advice', 'error', 'advice'],
    ['error', 'pass', 'pass'],
    ['inconclusive', 'pass', 'pass'],
    ['inconclusive', 'error', 'error'],
    ['error', 'unsupported', 'unsupported'],
  ])('%s, then %s: %s', async (first, second, verdict) => {
    const outcome = await outcomeOf([first, second]);
    expect(outcome).toMatchObject({ verdict, intermittent: true });
    const decisive = outcome.tries.find((one) => one.verdict === verdict);
    expect(outcome.reason).toBe(decisive?.reason);
  });
});

test('what was never run is an error with its reason, and without tries', () => {
  const outcome = neverRun(
    scenarioOf(async () => {}),
    'the power went out',
  );
  expect(outcome).toMatchObject({
    id: 'stories/a-story',
    verdict: 'error',
    reason: 'the power went out',
    intermittent: false,
    tries: [],
  });
  expect(outcome).not.toHaveProperty('run');
});
