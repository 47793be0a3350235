import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Account } from '../client/account.ts';
import { AccountError } from '../client/account-error.ts';
import { AccountPool } from '../client/account-pool.ts';
import { accessTokens } from '../client/auth/access-tokens.ts';
import type { AccountSource } from '../client/auth/account-source.ts';
import { openRegistration } from '../client/auth/open-registration.ts';
import { MadeUp } from '../client/made-up.ts';
import { Redactor } from '../client/redactor.ts';
import { runScenario } from '../engine/run-scenario.ts';
import { groundAt, reference, scenarioOf, tell } from './story.fixture.ts';

/** Made-up users, and how many of them were asked for. */
function madeUp(limit?: number): AccountSource & { count: number } {
  return {
    name: 'made-up users',
    ...(limit === undefined ? {} : { limit }),
    count: 0,
    async next(): Promise<Account> {
      this.count += 1;
      return { userId: `@${this.count}:hs`, accessToken: `made-up-${this.count}` };
    },
  };
}

describe('users', () => {
  test('are logged in, each under the name that the story calls them', async () => {
    const { verdict } = await tell(async ({ users, check }) => {
      const { alice, bob } = await users('alice', 'bob');
      check('the names', [alice.name, bob.name]).equals(['alice', 'bob']);
      check('whether alice is known', await alice.isKnown()).equals(true);
      check('the ids', alice.id).differsFrom(bob.id);
      check('the server name', alice.serverName).equals('reference.test');
    });
    expect(verdict).toBe('pass');
  });

  test('asked for twice are our own mistake', async () => {
    const { verdict, reason } = await tell(async ({ users }) => {
      await users('alice');
      await users('bob');
    });
    expect(verdict).toBe('error');
    expect(reason).toContain('users() is to be called once');
  });

  test('asked for twice at once are our own mistake, too', async () => {
    const { verdict } = await tell(async ({ users }) => {
      await Promise.all([users('alice'), users('bob')]);
    });
    expect(verdict).toBe('error');
  });

  test('who are more than were given make a scenario unsupported', async () => {
    const result = await tell(
      async ({ users }) => {
        await users('alice', 'bob', 'mallory');
      },
      { source: madeUp(2) },
    );
    expect(result.verdict).toBe('unsupported');
    expect(result.reason).toBe('it needs 3 users (alice, bob, mallory), and made-up users gives 2');
  });

  test('who cannot be had make it inconclusive', async () => {
    const source = { ...madeUp(), next: () => Promise.reject(new AccountError('the well is dry')) };
    const { verdict, reason } = await tell(async ({ users }) => void (await users('a')), {
      source,
    });
    expect([verdict, reason]).toEqual(['inconclusive', 'no account: the well is dry']);
  });
});

describe('users are given back', () => {
  test.each<[string, () => Promise<void>]>([
    ['when the story ends', async () => {}],
    ['when it throws', () => Promise.reject(new TypeError('a mistake'))],
  ])('%s', async (_, end) => {
    const source = madeUp(2);
    const ground = groundAt(await reference(), { accounts: new AccountPool(source) });
    const story = scenarioOf(async ({ users }) => {
      await users('alice', 'bob');
      await end();
    });
    for (let count = 0; count < 3; count += 1) await runScenario(ground, story);
    expect(source.count).toBe(2);
    expect(await ground.accounts.borrow(2, unused)).toHaveLength(2);
  });

  test('when its time is up', async () => {
    const accounts = new AccountPool(madeUp(1));
    const ground = groundAt(await reference(), { accounts, timeoutMs: 50 });
    const story = scenarioOf(async ({ users }) => {
      await users('alice');
      await new Promise(() => {});
    });
    const { verdict, reason } = await runScenario(ground, story);
    expect([verdict, reason]).toEqual(['error', 'it took longer than 0.05 s']);
    expect(await accounts.borrow(1, unused)).toHaveLength(1);
  });

  test('when they come after the run was interrupted', async () => {
    const accounts = new AccountPool(madeUp(1));
    const held = await accounts.borrow(1, unused);
    const interruption = new AbortController();
    const ground = groundAt(await reference(), { accounts, signal: interruption.signal });
    const story = scenarioOf(async ({ users }) => void (await users('alice')));
    const running = runScenario(ground, story);
    interruption.abort();
    expect((await running).reason).toBe('the run was interrupted');
    accounts.giveBack(held);
    expect(await accounts.borrow(1, unused)).toHaveLength(1);
  });

  test('and waiting for them costs a scenario none of its time', async () => {
    const accounts = new AccountPool(madeUp(1));
    const held = await accounts.borrow(1, unused);
    const ground = groundAt(await reference(), { accounts, timeoutMs: 200 });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const story = scenarioOf(async ({ users }) => void (await users('alice')));
    const running = runScenario(ground, story);
    vi.advanceTimersByTime(60_000);
    accounts.giveBack(held);
    expect((await running).reason).toBe('the scenario ended without having checked anything');
  });
});

describe('a user to log out', () => {
  test('is nobody of the pool', async () => {
    const accounts = new AccountPool(openRegistration());
    const ground = groundAt(await reference(), { accounts });
    let gone = '';
    const story = scenarioOf(async ({ userToLogOut }) => {
      const bob = await userToLogOut('bob');
      await bob.call('logout');
      gone = bob.id;
    });
    expect((await runScenario(ground, story)).verdict).toBe('pass');
    let lent: string[] = [];
    const next = scenarioOf(async ({ users }) => {
      const { alice, bob } = await users('alice', 'bob');
      lent = [alice.id, bob.id];
    });
    await runScenario(ground, next);
    expect(lent).toHaveLength(2);
    expect(lent).not.toContain(gone);
  });

  test('makes a scenario unsupported where there is no way to one', async () => {
    const source = accessTokens(['a-token-that-is-never-used']);
    const { verdict, reason } = await tell(
      async ({ userToLogOut }) => void (await userToLogOut('bob')),
      { source },
    );
    expect(verdict).toBe('unsupported');
    expect(reason).toBe('with given access tokens no user can be logged in once more');
  });
});

describe('a story that says nothing', () => {
  test('is no pass', async () => {
    const { verdict, reason } = await tell(async () => {});
    expect([verdict, reason]).toEqual([
      'error',
      'the scenario ended without having checked anything',
    ]);
  });

  test('is none either when all that it does is to look at itself', async () => {
    const { verdict } = await tell(async ({ check }) => check('one', 1).equals(1));
    expect(verdict).toBe('error');
  });
});

const unused = {
  madeUp: new MadeUp(),
  redactor: new Redactor(),
  call: () => Promise.reject(new TypeError('nothing is asked here')),
  raw: () => Promise.reject(new TypeError('nothing is asked here')),
};
