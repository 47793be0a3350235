import type { Account } from '../account.ts';
import { AccountError } from '../account-error.ts';
import type { AccountSource, AuthLine } from './account-source.ts';
import { loggedIn } from './logged-in.ts';

/** A user name or user id, and its password. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** Users whose passwords were given. Each logs in once: stock limits on logins are low. */
export function passwordLogin(users: readonly Credentials[]): AccountSource {
  const left = [...users];
  const [first] = users;
  return {
    name: 'password login',
    limit: users.length,
    async next(line) {
      const credentials = left.shift();
      if (credentials === undefined) throw new AccountError('no more passwords were given');
      return logIn(line, credentials);
    },
    ...(first === undefined ? {} : { disposable: (line: AuthLine) => logIn(line, first) }),
  };
}

/** Logs a user in on a new device. @throws AccountError where that is refused, TransportError. */
export async function logIn(line: AuthLine, { user, password }: Credentials): Promise<Account> {
  const answer = await line.call('login', {
    body: {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user },
      password,
      initial_device_display_name: 'matrix-conformance',
    },
  });
  return loggedIn(line, `the login of ${user}`, answer, password);
}
