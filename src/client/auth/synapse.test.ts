import { describe, expect, test } from 'vitest';
import { memberOf } from '../answer.ts';
import { accessTokens } from './access-tokens.ts';
import type { AccountSource } from './account-source.ts';
import { authLineTo } from './auth-line.fixture.ts';
import { openRegistration } from './open-registration.ts';
import { registrationToken } from './registration-token.ts';
import { sharedSecret } from './shared-secret.ts';

const {
  MATRIX_CONFORMANCE_TEST_SYNAPSE: open = '',
  MATRIX_CONFORMANCE_TEST_SYNAPSE_SECRET: secret = '',
  MATRIX_CONFORMANCE_TEST_SYNAPSE_WITH_TOKEN: withToken = '',
  MATRIX_CONFORMANCE_TEST_SYNAPSE_TOKEN: token = '',
} = process.env;

/** Skipped, with the reason in the title, where no Synapse is named. `ci/synapse` starts one. */
function onSynapse(
  name: string,
  variables: Readonly<Record<string, string>>,
  run: () => Promise<void>,
): void {
  const missing = Object.keys(variables).filter((variable) => variables[variable] === '');
  const reason = missing.length === 0 ? '' : ` (skipped: ${missing.join(' and ')} not set)`;
  test.skipIf(missing.length > 0)(`${name}${reason}`, run);
}

const atOpen = { MATRIX_CONFORMANCE_TEST_SYNAPSE: open };
const bySecret = { ...atOpen, MATRIX_CONFORMANCE_TEST_SYNAPSE_SECRET: secret };
const byToken = {
  MATRIX_CONFORMANCE_TEST_SYNAPSE_WITH_TOKEN: withToken,
  MATRIX_CONFORMANCE_TEST_SYNAPSE_TOKEN: token,
};

async function givesUsers(url: string, source: AccountSource): Promise<void> {
  const line = authLineTo(url);
  const users = [await source.next(line), await source.next(line)];
  expect(new Set(users.map(({ userId }) => userId)).size).toBe(2);
  for (const user of users) {
    const owner = await line.call('getTokenOwner', {}, user);
    expect(memberOf(owner, 'user_id')).toBe(user.userId);
  }
}

describe('a real Synapse', () => {
  onSynapse('gives users by open registration', atOpen, () => givesUsers(open, openRegistration()));

  onSynapse('gives users by shared secret', bySecret, () => givesUsers(open, sharedSecret(secret)));

  onSynapse('knows the users of given access tokens', atOpen, async () => {
    const line = authLineTo(open);
    const users = [await openRegistration().next(line), await openRegistration().next(line)];
    await givesUsers(open, accessTokens(users.map(({ accessToken }) => accessToken)));
  });

  onSynapse('gives users by registration token', byToken, () =>
    givesUsers(withToken, registrationToken(token)),
  );

  onSynapse('refuses a wrong registration token in one sentence', byToken, async () => {
    const next = registrationToken('wrong').next(authLineTo(withToken));
    await expect(next).rejects.toThrow(
      /^the registration of a user was refused: 401 M_UNAUTHORIZED/,
    );
  });

  onSynapse('refuses a wrong shared secret in one sentence', bySecret, async () => {
    const next = sharedSecret('wrong').next(authLineTo(open));
    await expect(next).rejects.toThrow(/^the shared secret is not the homeserver's: 403/);
  });
});
