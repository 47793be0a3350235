import { expect, test } from 'vitest';
import { runScenario } from '../engine/run-scenario.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import type { Context } from './context.ts';
import type { Means } from './means.ts';
import { groundAt, scenarioOf } from './story.fixture.ts';

const token = 'token-of-the-service';

async function tellWith(means: Means, story: (context: Context) => Promise<void>) {
  const service = { token, senderLocalpart: 'service', localpartPrefix: 'service_' };
  const homeserver = await startHomeserver({ registration: { applicationService: service } });
  try {
    return await runScenario(groundAt(homeserver.url, { means }), scenarioOf(story));
  } finally {
    await homeserver.close();
  }
}

test('an application service acts as itself, and as users that it registers', async () => {
  const { verdict } = await tellWith(
    { applicationService: { token, prefix: 'service_' } },
    async ({ service, serviceUser, check }) => {
      check('its own id', (await service()).id).equals('@service:reference.test');
      const bob = await serviceUser('bob');
      check('a user of it', bob.id).matches(/^@service_/, 'an id in its namespace');
      check('whether bob is known', await bob.isKnown()).equals(true);
    },
  );
  expect(verdict).toBe('pass');
});

test.each<[string, (context: Context) => Promise<unknown>, string]>([
  ['an administrator', ({ administrator }) => administrator(), 'ADMIN_TOKEN'],
  ['a service', ({ service }) => service(), 'AS_TOKEN'],
  ['a user of a service', ({ serviceUser }) => serviceUser('bob'), 'AS_TOKEN'],
])(
  'without the means for %s a scenario is unsupported, and says what it needs',
  async (_, ask, name) => {
    const { verdict, reason } = await tellWith({}, async (context) => {
      await ask(context);
    });
    expect(verdict).toBe('unsupported');
    expect(reason).toContain(`MATRIX_CONFORMANCE_${name}`);
  },
);

test('a token that is not good is no failure of the homeserver, and is not told', async () => {
  const adminToken = 'no-such-token-of-anybody';
  const { verdict, reason } = await tellWith({ adminToken }, async ({ administrator }) => {
    await administrator();
  });
  expect(verdict).toBe('inconclusive');
  expect(reason).toContain('the token of the admin is not good');
  expect(reason).not.toContain(adminToken);
});
