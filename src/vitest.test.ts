import { expect, test } from 'vitest';
import { suites } from '../suites/suites.ts';
import { changeReply } from './homeserver/mutants/change-reply.ts';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import { mutant, nothing, patience, runBoth, type Started } from './run-both.fixture.ts';
import { runVitest } from './run-vitest.fixture.ts';

const putId = 'a-valid-put-answers-with-an-event-id';

/** A homeserver whose first answer to a PUT lacks the event id, and whose others are sound. */
function intermittent(): Started {
  return startHomeserver({
    mutant: {
      id: 'the-first-put-is-answered-without-an-event-id',
      fault: 'The first PUT is answered with an empty object.',
      killedBy: [putId],
      mutate: (homeserver) => {
        let count = 0;
        changeReply(homeserver, 'setRoomStateWithKey', (reply) => {
          count += 1;
          return count === 1 ? { ...reply, body: {} } : reply;
        });
      },
    },
  });
}

test('advice fails both where the plan is strict', { timeout: patience }, async () => {
  const only = 'alias-that-does-not-exist';
  const { engine, vitest } = await runBoth(mutant('a-missing-alias-is-taken'), {
    only,
    strict: true,
  });
  expect(engine.exitCode).toBe(1);
  expect(vitest.tests).toMatchObject([
    { status: 'failed', meta: { matrixConformance: { verdict: 'advice' } } },
  ]);
});

test('advice alone is no success of either', { timeout: patience }, async () => {
  const only = 'alias-that-does-not-exist';
  const { engine, vitest } = await runBoth(mutant('a-missing-alias-is-taken'), { only });
  expect(engine.exitCode).toBe(2);
  expect(vitest.exitCode).toBe(1);
  expect(vitest.message).toContain('nothing was seen to hold');
});

test('what preflight finds fails every test with its sentence', {
  timeout: patience,
}, async () => {
  const { engine, vitest } = await runBoth(nothing('404 to all'));
  const planned = suites.flatMap(({ scenarios }) => scenarios);
  const told = engine.outcomes.map(({ id, verdict, tries }) => ({ id, verdict, tries }));
  expect(told).toEqual(planned.map(({ id }) => ({ id, verdict: 'error', tries: [] })));
  expect(engine.problems).toEqual([expect.stringContaining('not what a Matrix homeserver')]);
  expect(vitest.tests).toHaveLength(planned.length);
  const sentence = /\/versions is not what a Matrix homeserver answers \(404/;
  for (const { status, failureMessages } of vitest.tests) {
    expect(status).toBe('failed');
    expect(failureMessages).toEqual([expect.stringMatching(sentence)]);
  }
});

test('a plan without scenarios fails with its sentence', { timeout: patience }, async () => {
  const { engine, vitest } = await runBoth(startHomeserver(), { only: 'no-such-scenario' });
  expect(engine.exitCode).toBe(2);
  expect(vitest.tests.map(({ title, status }) => ({ title, status }))).toEqual(
    engine.problems.map((title) => ({ title, status: 'failed' })),
  );
});

test('retry, as it stands in the configuration of Vitest, hides no first try', {
  timeout: patience,
}, async () => {
  const homeserver = await intermittent();
  try {
    const alone = await runVitest({ TARGET: homeserver.url, ONLY: putId });
    expect(alone.tests).toMatchObject([{ status: 'failed' }]);
  } finally {
    await homeserver.close();
  }
});

test('a failure is told with what was expected, what came, and a command that repeats it', {
  timeout: patience,
}, async () => {
  const { vitest } = await runBoth(mutant('put-drops-nested-nulls'), { only: 'as-it-was-sent' });
  const [message = ''] = vitest.tests[0]?.failureMessages ?? [];
  for (const part of [
    /^Nonconformance: fail: the content: expected \{/,
    /\n {4}expected {2}\{/,
    /\n {4}actual {4}\{/,
    /\n {4}curl {6}curl /,
  ]) {
    expect(message).toMatch(part);
  }
  expect(message).not.toContain('node_modules');
});
