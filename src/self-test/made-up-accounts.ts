import type { AccountSource } from '../client/auth/account-source.ts';

/**
 * Users that no homeserver made: one that does nothing makes none, and its scenarios shall be run
 * all the same.
 */
export function madeUpAccounts(): AccountSource {
  let count = 0;
  const next = async () => {
    count += 1;
    return { userId: `@user${count}:null.example`, accessToken: `made-up-token-${count}` };
  };
  return { name: 'made-up accounts', next, disposable: next };
}
