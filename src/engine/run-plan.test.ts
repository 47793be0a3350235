import { describe, expect, onTestFinished, test } from 'vitest';
import { startLocalServer } from '../client/local-server.fixture.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import type { RunEvent } from '../model/run-event.ts';
import type { Context } from '../scenario/context.ts';
import { goodStory, planFor, suiteOf } from './plan.fixture.ts';
import { runPlan } from './run-plan.ts';

async function startReference() {
  const homeserver = await startHomeserver();
  let isOpen = true;
  const close = async () => {
    if (isOpen) await homeserver.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { url: homeserver.url, close };
}

/** Ten stories; the one in the middle does something else first. */
function tenStories(inTheMiddle: (context: Context) => Promise<void>) {
  const stories = Array.from({ length: 10 }, (_, index): [string, typeof goodStory] => [
    `story-${index}`,
    async (context) => {
      if (index === 4) await inTheMiddle(context);
      await goodStory(context);
    },
  ]);
  return suiteOf(Object.fromEntries(stories));
}

const never = () => new Promise<void>(() => {});

describe('every planned scenario has exactly one outcome', () => {
  test('when all goes well, and one event of its end', async () => {
    const { url } = await startReference();
    const events: RunEvent[] = [];
    const suites = [tenStories(async () => {})];
    const result = await runPlan(planFor(url, { suites }), {
      onEvent: (event) => events.push(event),
    });
    expect(result.outcomes.map(({ id }) => id)).toEqual(suites[0]?.scenarios.map(({ id }) => id));
    expect(result.counts).toMatchObject({ pass: 10, fail: 0, error: 0 });
    expect(result).toMatchObject({ exitCode: 0, problems: [], interrupted: false });
    const types = events.map(({ type }) => type);
    expect([types[0], types.at(-1)]).toEqual(['run-started', 'run-finished']);
    expect(types.filter((type) => type === 'scenario-finished')).toHaveLength(10);
    expect(types.filter((type) => type === 'scenario-started')).toHaveLength(10);
  });

  test('when it is interrupted half-way', async () => {
    const { url } = await startReference();
    const interruption = new AbortController();
    const suites = [
      tenStories(async () => {
        interruption.abort();
        await never();
      }),
    ];
    const plan = planFor(url, { suites, concurrency: 1 });
    const result = await runPlan(plan, { signal: interruption.signal });
    expect(result.outcomes).toHaveLength(10);
    expect(result.counts).toMatchObject({ pass: 4, error: 6 });
    expect(result.outcomes.slice(4).map(({ reason }) => reason)).toEqual([
      'the run was interrupted',
      ...Array(5).fill('the run was interrupted before it began'),
    ]);
    expect(result).toMatchObject({ exitCode: 2, interrupted: true });
  });

  test('when the homeserver dies half-way: the rest is not waited for', async () => {
    const { url, close } = await startReference();
    const plan = planFor(url, { suites: [tenStories(close)], concurrency: 1 });
    const result = await runPlan(plan);
    expect(result.counts).toMatchObject({ pass: 4, error: 6 });
    const [first = '', ...rest] = result.outcomes.slice(4).map(({ reason }) => reason);
    expect(first).toMatch(
      /^GET \/_matrix\/client\/v3\/account\/whoami: the connection was refused$/,
    );
    expect(new Set(rest).size).toBe(1);
    expect(rest[0]).toMatch(/^the homeserver stopped answering: .* cannot be reached/);
    expect(result.exitCode).toBe(2);
  });

  test('when one of them goes wrong in itself, or never ends', async () => {
    const { url } = await startReference();
    const suites = [
      suiteOf({
        good: goodStory,
        throws: () => Promise.reject(new TypeError('a mistake')),
        'throws-at-once': () => {
          throw new TypeError('a mistake');
        },
        'throws-nothing': () => Promise.reject(undefined),
        'never-ends': never,
        'calls-what-there-is-not': async ({ users }) => {
          const { alice } = await users('alice');
          await alice.call('noSuchOperation');
        },
      }),
    ];
    const result = await runPlan(planFor(url, { suites, timeoutMs: 1000, tries: 1 }));
    expect(result.outcomes.map(({ verdict }) => verdict)).toEqual([
      'pass',
      ...Array(5).fill('error'),
    ]);
    expect(result.outcomes.slice(1).map(({ reason }) => reason)).toEqual([
      'the checker itself went wrong: TypeError: a mistake',
      'the checker itself went wrong: TypeError: a mistake',
      'the checker itself went wrong: undefined',
      'it took longer than 1 s',
      expect.stringContaining('There is no operation noSuchOperation'),
    ]);
    // Only what took too long is a timeout.
    const kinds = result.outcomes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== undefined)).toEqual(['timeout']);
    expect(kinds[4]).toBe('timeout');
  });
});

describe('a run of nothing', () => {
  test('asks the homeserver nothing, and is no success', async () => {
    const server = await startLocalServer((response) => response.end());
    onTestFinished(() => server.close());
    const suites = [suiteOf({ good: goodStory })];
    const result = await runPlan(planFor(server.url, { suites, only: 'bad' }));
    expect(server.received).toEqual([]);
    expect(result).toMatchObject({ exitCode: 2, outcomes: [] });
    expect(result.problems).toEqual([
      'No scenario matches --only bad: matrix-conformance list shows their ids.',
    ]);
  });

  test('of a target that is none, is a mistake of who calls it', async () => {
    await expect(runPlan(planFor('ftp://hs.test'))).rejects.toThrow(TypeError);
  });
});

test('the result says what was asked for, and what the homeserver is', async () => {
  const { url } = await startReference();
  const suites = [suiteOf({ good: goodStory, bad: goodStory })];
  const plan = planFor(url, { suites, only: 'good', shard: { index: 1, count: 1 }, strict: true });
  const result = await runPlan(plan);
  expect(result.plan).toMatchObject({
    target: url,
    strict: true,
    concurrency: 2,
    timeoutSeconds: 20,
    only: 'good',
    shard: '1/1',
  });
  expect(result.server.accounts).toBe('open registration');
  expect(result.server.roomVersions).toContain(result.server.roomVersion);
  expect(result.exchanges).toBe(1);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
});

describe('what might do harm', () => {
  const harmful = (ran: string[]) => {
    const suite = suiteOf({ 'story-0': goodStory });
    suite.observes('harm', {
      title: 'It holds out',
      rows: [],
      unsafe: 'it may fall over',
      run: async (observer) => {
        ran.push('harm');
        const { alice } = await observer.users('alice');
        await alice.tries(await alice.createsRoom(), {});
      },
    });
    return suite;
  };

  test('is not run where that was not allowed, and is told', async () => {
    const { url } = await startReference();
    const ran: string[] = [];
    const { outcomes, exitCode } = await runPlan(planFor(url, { suites: [harmful(ran)] }));
    expect(ran).toEqual([]);
    expect(outcomes[1]).toMatchObject({ verdict: 'unsupported', tries: [] });
    expect(outcomes[1]?.reason).toBe('it might do harm (it may fall over): --unsafe runs it');
    expect(exitCode).toBe(0);
  });

  test('is run where it was', async () => {
    const { url } = await startReference();
    const ran: string[] = [];
    const result = await runPlan(planFor(url, { suites: [harmful(ran)], unsafe: true }));
    expect(ran).toEqual(['harm']);
    expect(result.counts).toMatchObject({ pass: 2, unsupported: 0 });
  });
});

test('a seed has the scenarios begun in another order, and told in their own', async () => {
  const { url } = await startReference();
  const begun: string[] = [];
  const stories = Array.from({ length: 10 }, (_, index): [string, typeof goodStory] => [
    `story-${index}`,
    async (context) => {
      begun.push(`stories/story-${index}`);
      await goodStory(context);
    },
  ]);
  const suites = [suiteOf(Object.fromEntries(stories))];
  const { outcomes } = await runPlan(planFor(url, { suites, concurrency: 1, shuffle: 5 }));
  const ids = suites[0]?.scenarios.map(({ id }) => id);
  expect(outcomes.map(({ id }) => id)).toEqual(ids);
  expect(begun).not.toEqual(ids);
  expect(begun.toSorted()).toEqual(ids);
});
