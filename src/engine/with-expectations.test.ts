import { expect, onTestFinished, test } from 'vitest';
import { readExpectations } from '../expectations/read-expectations.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import type { RunResult } from '../model/run-result.ts';
import type { Context } from '../scenario/context.ts';
import { goodStory, planFor, suiteOf } from './plan.fixture.ts';
import { runPlan } from './run-plan.ts';

const broken = async (context: Context) => {
  await goodStory(context);
  context.check('one', 1).equals(2);
};
let skipped = 0;
const stories = suiteOf({
  holds: goodStory,
  breaks: broken,
  'never-ends': () => new Promise<void>(() => {}),
  'is-skipped': async () => {
    skipped += 1;
  },
});

/** A run of the stories whose names hold a word, before entries of an expectations file. */
async function run(entries: string, only = ''): Promise<RunResult> {
  const homeserver = await startHomeserver();
  onTestFinished(homeserver.close);
  const ids = stories.scenarios.map(({ id }) => id);
  const expectations = readExpectations(entries, { file: 'known.yaml', ids });
  const plan = { suites: [stories], timeoutMs: 500, expectations, only };
  return runPlan(planFor(homeserver.url, plan));
}

const entry = (name: string, ...members: string[]) =>
  `stories/${name}: { reason: 'Known.', ${members.join(', ')} }\n`;

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const today = new Date().toISOString().slice(0, 10);

test('a run in which all is as expected conforms, and its counts say what was seen', async () => {
  const result = await run(
    entry('breaks', 'expect: fail', 'kind: value') +
      entry('never-ends', 'expect: fail', 'kind: timeout') +
      entry('is-skipped', 'expect: skip'),
  );
  expect(result.exitCode).toBe(0);
  expect(result.counts).toMatchObject({ pass: 1, fail: 1, error: 1, unsupported: 1 });
  expect(result.outcomes.map(({ expectation }) => expectation?.met)).toEqual([
    undefined,
    'expected',
    'expected',
    'skipped',
  ]);
  expect(result.outcomes[3]).toMatchObject({
    verdict: 'unsupported',
    reason: 'skipped by the expectations: Known.',
    tries: [],
  });
  expect(result.outcomes[1]?.tries).not.toEqual([]);
  expect(skipped).toBe(0);
  expect(result.plan.expectations).toBe('known.yaml');
});

test.each<[string, string, string, string, 0 | 1 | 2]>([
  ['an expected failure alone', 'breaks', 'expect: fail', 'expected', 0],
  ['a pass', 'holds', 'expect: fail', 'unexpected-pass', 1],
  ['a failure of another kind', 'breaks', 'expect: fail, kind: schema', 'regression', 1],
  ['a failure where advice was expected', 'breaks', 'expect: advice', 'regression', 1],
  ['a timeout that was not named', 'never-ends', 'expect: fail', 'unclear', 2],
  ['a flaky pass', 'holds', `expect: flaky, until: ${tomorrow}`, 'expected', 0],
  ['a flaky failure', 'breaks', `expect: flaky, until: ${tomorrow}`, 'expected', 0],
  ['a flaky failure on the last day', 'breaks', `expect: flaky, until: ${today}`, 'expected', 0],
  ['an expired failure', 'breaks', `expect: flaky, until: ${yesterday}`, 'expired', 1],
  ['an expired pass', 'holds', `expect: flaky, until: ${yesterday}`, 'expired', 0],
  ['nothing but a skipped one', 'is-skipped', 'expect: skip', 'skipped', 2],
  ['an entry for this version', 'breaks', 'expect: fail, versions: 1.x', 'expected', 0],
  ['one for another version', 'breaks', 'expect: fail, versions: 2.x', 'other-version', 1],
])('%s', async (_, name, members, met, exitCode) => {
  const result = await run(entry(name, members), name);
  expect(result.outcomes.map(({ expectation }) => expectation?.met)).toEqual([met]);
  expect(result.exitCode).toBe(exitCode);
});

test('an entry for a scenario that is not part of the run is not used', async () => {
  const result = await run(entry('breaks', 'expect: fail'), 'holds');
  expect(result).toMatchObject({ exitCode: 0, outcomes: [{ verdict: 'pass' }] });
  expect(result.outcomes[0]).not.toHaveProperty('expectation');
});

test('the homeserver cannot be reached: nothing is expected, nothing is skipped', async () => {
  const ids = stories.scenarios.map(({ id }) => id);
  const text = entry('is-skipped', 'expect: skip') + entry('breaks', 'expect: fail');
  const expectations = readExpectations(text, { file: 'known.yaml', ids });
  const result = await runPlan(planFor('http://127.0.0.1:1', { suites: [stories], expectations }));
  expect(result.counts).toMatchObject({ error: 4, unsupported: 0 });
  expect(result.exitCode).toBe(2);
});
