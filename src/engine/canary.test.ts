import { describe, expect, test } from 'vitest';
import { suites } from '../../suites/suites.ts';
import type { AccountOptions } from '../client/auth/account-options.ts';
import { authLineTo } from '../client/auth/auth-line.fixture.ts';
import { openRegistration } from '../client/auth/open-registration.ts';
import type { RegistrationOptions } from '../homeserver/accounts/registration-options.ts';
import type { RunEvent } from '../model/run-event.ts';
import type { RunResult } from '../model/run-result.ts';
import { startProgress } from '../report/progress.ts';
import { reports } from '../report/reports.ts';
import { terminalSummary } from '../report/terminal.ts';
import {
  type EchoingHomeserver,
  type Refusing,
  startEchoing,
} from './echoing-homeserver.fixture.ts';
import { planFor } from './plan.fixture.ts';
import type { Shard } from './plan.ts';
import { runPlan } from './run-plan.ts';

/**
 * Secrets of every kind. The two marks of each are found in every spelling of it, and where it was
 * cut off; what stands between them is spelled in many ways.
 */
const canaries = {
  registrationToken: 'KanarieTokenA~._-KanarieTokenZ',
  sharedSecret: 'KanarieSecretA "ö\\/\' & <b>%+🦊 KanarieSecretZ',
  password: '"ö KanariePasswordA "ö\\/\' & <b>%+🦊 KanariePasswordZ',
  adminToken: 'KanarieAdminA._~-KanarieAdminZ',
  serviceToken: 'KanarieServiceA/+=%22~KanarieServiceZ',
};
const marks = /Kanarie(?:Token|Secret|Password|Service|Admin)[AZ]/i;

interface Way {
  readonly registration: RegistrationOptions;
  accounts(homeserver: EchoingHomeserver): Promise<AccountOptions>;
}

const service = { token: canaries.serviceToken, senderLocalpart: 'bridge' };

const ways: Readonly<Record<string, Way>> = {
  'open registration': { registration: {}, accounts: async () => ({ way: 'open' }) },
  'open registration, beside an administrator and a service': {
    registration: {
      guests: true,
      administrator: { token: canaries.adminToken, localpart: 'administrator' },
      applicationService: { ...service, localpartPrefix: 'bridge_' },
    },
    accounts: async () => ({
      way: 'open',
      adminToken: canaries.adminToken,
      applicationServiceToken: canaries.serviceToken,
      applicationServicePrefix: 'bridge_',
    }),
  },
  'a registration token': {
    registration: { open: false, token: canaries.registrationToken },
    accounts: async () => ({ way: 'token', registrationToken: canaries.registrationToken }),
  },
  'a shared secret': {
    registration: { open: false, sharedSecret: canaries.sharedSecret },
    accounts: async () => ({ way: 'shared-secret', sharedSecret: canaries.sharedSecret }),
  },
  'an application service': {
    registration: { open: false, applicationService: service },
    accounts: async () => ({
      way: 'application-service',
      applicationServiceToken: canaries.serviceToken,
    }),
  },
  'given access tokens': {
    registration: {},
    async accounts({ soundUrl }) {
      const line = authLineTo(soundUrl);
      const accessTokens: string[] = [];
      while (accessTokens.length < 3) {
        accessTokens.push((await openRegistration().next(line)).accessToken);
      }
      return { way: 'given', accessTokens };
    },
  },
  'password login': {
    registration: {},
    async accounts({ soundUrl }) {
      const users = ['alice', 'bob', 'mallory'];
      for (const username of users) await register(soundUrl, username, canaries.password);
      return {
        way: 'password',
        passwords: users.map((user) => ({ user, password: canaries.password })),
      };
    },
  },
};

async function register(url: string, username: string, password: string): Promise<void> {
  const body = { username, password };
  const line = authLineTo(url);
  const asked = await line.call('register', { body });
  const { session } = asked.json.ok ? (asked.json.value as { session: string }) : { session: '' };
  const auth = { type: 'm.login.dummy', session };
  expect((await line.call('register', { body: { ...body, auth } })).status).toBe(200);
}

/** All that a run of a part of the scenarios tells anybody, by what tells it. */
async function told(url: string, accounts: AccountOptions, shard: Shard) {
  const looks = [
    { isTerminal: true, color: true, width: 100 },
    { isTerminal: false, color: false, width: 80 },
  ];
  const progress = looks.map((look) => startProgress(look));
  const live: string[] = [];
  const events: RunEvent[] = [];
  const plan = planFor(url, {
    suites,
    accounts,
    shard,
    concurrency: 4,
    tries: 1,
    timeoutMs: 10_000,
  });
  const result: RunResult = await runPlan(plan, {
    onEvent(event) {
      events.push(event);
      live.push(...progress.map((tell) => tell(event)));
    },
  });
  const texts: Record<string, string> = {
    'live progress': live.join(''),
    'the events': JSON.stringify(events),
    'the result': JSON.stringify(result),
    'the summary in colour': terminalSummary(result, { color: true, width: 100 }),
  };
  for (const [name, { render }] of Object.entries(reports)) texts[name] = render(result);
  return { result, texts };
}

function spellings(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const xml = secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return [secret, json, encodeURIComponent(secret), xml];
}

function leaks(texts: Readonly<Record<string, string>>, secrets: Iterable<string>): string[] {
  const found: string[] = [];
  const look = (name: string, text: string, at: number) => {
    if (at >= 0) found.push(`${name}: ${text.slice(Math.max(at - 100, 0), at + 60)}`);
  };
  for (const [name, text] of Object.entries(texts)) {
    look(name, text, text.search(marks));
    for (const secret of secrets) {
      for (const spelling of spellings(secret)) look(name, text, text.indexOf(spelling));
    }
  }
  return found.slice(0, 5);
}

const parts = Object.entries(ways).map(
  ([name, way], at) => [name, way, { index: (at % 3) + 1, count: 3 }] as const,
);

describe.each(parts)('with %s', (_, { registration, accounts }, shard) => {
  test.each<[Refusing, string]>([
    ['nothing', 'everything that is heard is echoed beside true answers'],
    ['some', 'every second answer is an echo instead'],
    ['accounts', 'what makes accounts is refused with an echo'],
  ])('no secret is told where (%s refused) %s', async (refusing) => {
    const homeserver = await startEchoing(registration, refusing);
    const { result, texts } = await told(homeserver.url, await accounts(homeserver), shard);
    if (refusing !== 'accounts') {
      expect(result.outcomes.length).toBeGreaterThan(40);
      expect(homeserver.secrets.size).toBeGreaterThan(0);
      // It did echo them, or there would be nothing to find.
      expect(texts.json).toContain('<redacted>');
    }
    expect(leaks(texts, homeserver.secrets)).toEqual([]);
  });
});

test('what this test looks for, it finds', () => {
  const { password, sharedSecret } = canaries;
  expect(leaks({ a: `x${encodeURIComponent(password)}` }, [])).toHaveLength(1);
  expect(leaks({ a: sharedSecret.slice(0, 20).toLowerCase() }, [])).toHaveLength(1);
  expect(leaks({ a: 'a "se\\"cret"' }, ['se"cret'])).toHaveLength(1);
  expect(leaks({ a: 'nothing of it' }, ['secret'])).toEqual([]);
});
