import { describe, expect, onTestFinished, test } from 'vitest';
import type { RegistrationOptions } from '../../homeserver/accounts/registration-options.ts';
import { startHomeserver } from '../../homeserver/start-homeserver.ts';
import type { Account } from '../account.ts';
import { AccountError } from '../account-error.ts';
import { memberOf } from '../answer.ts';
import { accessTokens } from './access-tokens.ts';
import type { AccountSource, AuthLine } from './account-source.ts';
import { applicationService } from './application-service.ts';
import { authLineTo } from './auth-line.fixture.ts';
import { openRegistration } from './open-registration.ts';
import { passwordLogin } from './password-login.ts';
import { registrationToken } from './registration-token.ts';
import { sharedSecret } from './shared-secret.ts';

/** The secret that each way is given here. */
const secret = 'a-secret-of-the-homeserver';
const service = { token: secret, senderLocalpart: 'bridge', localpartPrefix: 'bridged_' };
const closed = { open: false } as const;

async function lineToReference(registration: RegistrationOptions = {}): Promise<AuthLine> {
  const homeserver = await startHomeserver({ registration, serverName: 'hs.test:8448' });
  onTestFinished(() => homeserver.close());
  return authLineTo(homeserver.url);
}

/** Users who were there before, by open registration, on the same homeserver. */
async function earlier(line: AuthLine, count: number): Promise<Account[]> {
  const made: Account[] = [];
  while (made.length < count) made.push(await openRegistration().next(line));
  return made;
}

async function ownerOf(line: AuthLine, account: Account): Promise<unknown> {
  return memberOf(await line.call('getTokenOwner', {}, account), 'user_id');
}

interface Way {
  readonly registration: RegistrationOptions;
  source(line: AuthLine): AccountSource | Promise<AccountSource>;
}

const ways: Readonly<Record<string, Way>> = {
  'open registration': { registration: {}, source: () => openRegistration() },
  'registration token': {
    registration: { ...closed, token: secret },
    source: () => registrationToken(secret),
  },
  'shared secret': {
    registration: { ...closed, sharedSecret: secret },
    source: () => sharedSecret(secret),
  },
  'application service': {
    registration: { ...closed, applicationService: service },
    source: () => applicationService(secret, 'bridged_'),
  },
  'given access tokens': {
    registration: {},
    source: async (line) =>
      accessTokens((await earlier(line, 3)).map(({ accessToken }) => accessToken)),
  },
  'password login': {
    registration: {},
    source: async (line) =>
      passwordLogin(
        (await earlier(line, 3)).map(({ userId, password = '' }) => ({ user: userId, password })),
      ),
  },
};

describe.each(Object.entries(ways))('%s', (name, { registration, source }) => {
  test('gives users who are whom they say, each another one', async () => {
    const line = await lineToReference(registration);
    const way = await source(line);
    expect(way.name).toBe(name);
    const users = [await way.next(line), await way.next(line), await way.next(line)];
    expect(new Set(users.map(({ userId }) => userId)).size).toBe(3);
    for (const user of users) {
      expect(user.userId).toMatch(/^@[a-z0-9_]+:hs\.test:8448$/);
      expect(await ownerOf(line, user)).toBe(user.userId);
    }
  });

  test('makes each token and password known to the redactor, or was given it', async () => {
    const line = await lineToReference(registration);
    const user = await (await source(line)).next(line);
    const isOwn = name !== 'application service' && name !== 'given access tokens';
    if (isOwn) expect(line.redactor.clean(user.accessToken)).toBe('<redacted>');
    if (user.password !== undefined) {
      expect(line.redactor.clean(user.password)).toBe('<redacted>');
    }
    expect(user.password !== undefined).toBe(isOwn);
  });

  test('has a login that may be ended, where it can, and says so where it cannot', async () => {
    const line = await lineToReference(registration);
    const way = await source(line);
    const user = await way.next(line);
    const spare = await way.disposable?.(line);
    expect(spare === undefined).toBe(
      name === 'application service' || name === 'given access tokens',
    );
    if (spare === undefined) return;
    await line.call('logout', {}, spare);
    expect(await ownerOf(line, spare)).toBeUndefined();
    expect(await ownerOf(line, user)).toBe(user.userId);
  });

  test('has no more users than were given', async () => {
    const line = await lineToReference(registration);
    const way = await source(line);
    const isGiven = name === 'given access tokens' || name === 'password login';
    expect(way.limit).toBe(isGiven ? 3 : undefined);
    if (!isGiven) return;
    for (let count = 0; count < 3; count += 1) await way.next(line);
    await expect(way.next(line)).rejects.toThrow(/^no more /);
  });
});

describe('each refusal is one sentence', () => {
  test.each<[string, RegistrationOptions, AccountSource, RegExp]>([
    [
      'registration is off',
      closed,
      openRegistration(),
      /^registration is not offered: 403 M_FORBIDDEN \(Registration is disabled\)$/,
    ],
    [
      'registration asks for what was not given',
      { token: secret },
      openRegistration(),
      /^registration asks for m\.login\.registration_token \+ m\.login\.dummy$/,
    ],
    [
      'the registration token is wrong',
      { token: secret },
      registrationToken('wrong-token'),
      /^the registration of a user was refused: 401 M_FORBIDDEN \(.*not valid\)$/,
    ],
    [
      'the shared secret is wrong',
      { sharedSecret: secret },
      sharedSecret('wrong-secret'),
      /^the shared secret is not the homeserver's: 403 M_FORBIDDEN \(HMAC incorrect\)$/,
    ],
    [
      'there is no registration by shared secret',
      {},
      sharedSecret(secret),
      /^registration by shared secret is not offered: 404 M_UNRECOGNIZED/,
    ],
    [
      'an access token is wrong',
      {},
      accessTokens(['wrong-token', 'another']),
      /^access token 1 of 2 is not good: whoami says 401 M_UNKNOWN_TOKEN \(.*\)$/,
    ],
    [
      'a password is wrong',
      {},
      passwordLogin([{ user: 'alice', password: 'wrong-password' }]),
      /^the login of alice was refused: 403 M_FORBIDDEN \(.*\)$/,
    ],
    [
      'the application service token is wrong',
      { applicationService: service },
      applicationService('wrong-token', ''),
      /^the application service may not register mxc\w+: 401 M_UNKNOWN_TOKEN \(.*\)$/,
    ],
    [
      'the prefix is not that of the namespace',
      { applicationService: service },
      applicationService(secret, 'elsewhere_'),
      /^the application service may not register elsewhere_mxc\w+: 400 M_EXCLUSIVE \(.*\)$/,
    ],
  ])('%s', async (_, registration, source, sentence) => {
    const line = await lineToReference(registration);
    const next = source.next(line);
    await expect(next).rejects.toThrow(AccountError);
    await expect(next).rejects.toThrow(sentence);
  });

  test('two access tokens are of one user', async () => {
    const line = await lineToReference();
    const [user] = await earlier(line, 1);
    if (user === undefined) throw new TypeError('there has to be a user');
    const { userId, password = '', accessToken } = user;
    const again = await passwordLogin([{ user: userId, password }]).next(line);
    const source = accessTokens([accessToken, again.accessToken]);
    await source.next(line);
    await expect(source.next(line)).rejects.toThrow(
      `access token 2 of 2 belongs to ${userId}, like one before it`,
    );
  });
});
