import { AccountError } from '../account-error.ts';
import type { Redactor } from '../redactor.ts';
import { accessTokens } from './access-tokens.ts';
import type { AccountOptions, AccountWay } from './account-options.ts';
import type { AccountSource } from './account-source.ts';
import { applicationService } from './application-service.ts';
import { openRegistration } from './open-registration.ts';
import { passwordLogin } from './password-login.ts';
import { registrationToken } from './registration-token.ts';
import { sharedSecret } from './shared-secret.ts';

type Make = (options: AccountOptions) => AccountSource | undefined;

const make = {
  given: ({ accessTokens: given }) => (given?.length ? accessTokens(given) : undefined),
  password: ({ passwords }) => (passwords?.length ? passwordLogin(passwords) : undefined),
  'shared-secret': ({ sharedSecret: secret }) => secret && sharedSecret(secret),
  'application-service': ({ applicationServiceToken: token, applicationServicePrefix: prefix }) =>
    token && applicationService(token, prefix ?? ''),
  token: ({ registrationToken: token }) => token && registrationToken(token),
  open: () => openRegistration(),
} satisfies Record<AccountWay, (options: AccountOptions) => AccountSource | '' | undefined>;

const missing: Readonly<Record<AccountWay, string>> = {
  given: 'MATRIX_CONFORMANCE_ACCESS_TOKENS or --access-tokens-file',
  password: 'MATRIX_CONFORMANCE_PASSWORDS or --passwords-file',
  'shared-secret': 'MATRIX_CONFORMANCE_SHARED_SECRET or --shared-secret-file',
  'application-service': 'MATRIX_CONFORMANCE_AS_TOKEN or --as-token-file',
  token: 'MATRIX_CONFORMANCE_REGISTRATION_TOKEN or --registration-token-file',
  open: '',
};

/**
 * The ways to try, in order: the one that was named; or with `auto` each whose means were given,
 * and open registration, which needs none, where nothing was given.
 * @throws AccountError where a way was named and its means were not given.
 */
export function accountSources(options: AccountOptions): readonly AccountSource[] {
  const { way } = options;
  if (way === 'auto') {
    const sources = (Object.values(make) as Make[]).flatMap((one) => one(options) || []);
    // What was given is meant to be used: a typing error in it shall not pass unseen.
    return sources.length > 1 ? sources.slice(0, -1) : sources;
  }
  const source = make[way](options);
  if (source) return [source];
  throw new AccountError(`--accounts ${way} needs ${missing[way]}`);
}

/** Makes every given secret known to the redactor. */
export function learnSecrets(options: AccountOptions, redactor: Redactor): void {
  const { registrationToken: token, sharedSecret: secret, adminToken } = options;
  redactor.learn(adminToken);
  redactor.learn(options.applicationServiceToken);
  const passwords = options.passwords?.map(({ password }) => password) ?? [];
  for (const one of [token, secret, ...passwords]) redactor.learn(one);
  for (const one of options.accessTokens ?? []) redactor.learn(one);
}
