import { expect, test } from 'vitest';
import { accessTokens } from '../client/auth/access-tokens.ts';
import { passwordLogin } from '../client/auth/password-login.ts';
import { runScenario } from '../engine/run-scenario.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import type { Context } from './context.ts';
import { groundAt, scenarioOf, tell } from './story.fixture.ts';

test.each([
  ['access tokens', accessTokens(['one', 'two'])],
  ['passwords', passwordLogin([{ user: 'alice', password: 'secret' }])],
])('where %s were given no user is lost', async (_, source) => {
  const { verdict, reason, exchanges } = await tell(
    async ({ userToLose }) => {
      await userToLose('bob');
    },
    { source },
  );
  expect(verdict).toBe('unsupported');
  expect(reason).toContain(`with ${source.name} no user can be lost`);
  expect(exchanges).toEqual([]);
});

test('a user to lose is deactivated, and unknown from then on', async () => {
  const { verdict } = await tell(async ({ userToLose, check }) => {
    const bob = await userToLose('bob');
    check('bob before', await bob.isKnown()).equals(true);
    await bob.deactivates();
    check('bob afterwards', await bob.isKnown()).equals(false);
  });
  expect(verdict).toBe('pass');
});

test('where the homeserver takes no guests, what needs them is unsupported', async () => {
  const story = async ({ guest, check }: Context) => {
    check('a guest', await (await guest('bob')).isKnown()).equals(true);
  };
  const { verdict, reason } = await tell(story);
  expect(verdict).toBe('unsupported');
  expect(reason).toContain('the homeserver takes no guests: 403 M_FORBIDDEN');
  const open = await startHomeserver({ registration: { guests: true } });
  const told = await runScenario(groundAt(open.url), scenarioOf(story));
  await open.close();
  expect(told.verdict).toBe('pass');
});

test('where nobody can lock an account, what needs it is unsupported', async () => {
  const { verdict, reason } = await tell(async ({ users, userToLose }) => {
    const { alice } = await users('alice');
    await alice.moderates(await userToLose('bob'), { locked: true });
  });
  expect(verdict).toBe('unsupported');
  expect(reason).toContain('offers no way to lock an account (404 M_UNRECOGNIZED)');
});
