import { describe, expect, test } from 'vitest';
import { Redactor } from '../redactor.ts';
import { type AccountOptions, accountWays } from './account-options.ts';
import { accountSources, learnSecrets } from './choose-source.ts';

const everything: AccountOptions = {
  way: 'auto',
  registrationToken: 'secret-registration-token',
  sharedSecret: 'secret-shared-secret',
  accessTokens: ['secret-access-token-1', 'secret-access-token-2'],
  passwords: [{ user: 'alice', password: 'secret-password' }],
  applicationServiceToken: 'secret-service-token',
};

const names = (options: AccountOptions) => accountSources(options).map(({ name }) => name);

describe('auto', () => {
  test('tries each way whose means were given, those that make no users first', () => {
    expect(names(everything)).toEqual([
      'given access tokens',
      'password login',
      'shared secret',
      'application service',
      'registration token',
    ]);
  });

  test('tries open registration where nothing was given', () => {
    expect(names({ way: 'auto' })).toEqual(['open registration']);
  });

  test('takes empty means for none', () => {
    const empty = { accessTokens: [], passwords: [], sharedSecret: '', registrationToken: '' };
    expect(names({ way: 'auto', ...empty })).toEqual(['open registration']);
  });
});

describe('a way that was named', () => {
  test.each(accountWays)('%s is the only one that is tried', (way) => {
    expect(accountSources({ ...everything, way })).toHaveLength(1);
  });

  test.each(accountWays.filter((way) => way !== 'open'))(
    '%s without its means is refused with a sentence that says which',
    (way) => {
      expect(() => accountSources({ way })).toThrow(
        new RegExp(`^--accounts ${way} needs MATRIX_CONFORMANCE_\\w+ or --[a-z-]+-file$`),
      );
    },
  );

  test('empty lists are no means', () => {
    expect(() => accountSources({ way: 'given', accessTokens: [] })).toThrow('--accounts given');
    expect(() => accountSources({ way: 'password', passwords: [] })).toThrow('--accounts password');
  });
});

test('every secret that was given is known before anything is asked', () => {
  const redactor = new Redactor();
  learnSecrets(everything, redactor);
  expect(redactor.clean(JSON.stringify(everything))).not.toContain('secret-');
});
