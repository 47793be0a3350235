import type { Account } from '../account.ts';
import { AccountError } from '../account-error.ts';
import { errcodeOf, memberOf } from '../answer.ts';
import type { AccountSource, AuthLine } from './account-source.ts';
import { told } from './logged-in.ts';

/**
 * Users of an application service: registered without a login, then asserted with `?user_id=`.
 * Application Service API, "Identity assertion" and "Server admin style permissions".
 * @param prefix the localpart prefix of its namespace.
 */
export function applicationService(token: string, prefix: string): AccountSource {
  return {
    name: 'application service',
    async next(line: AuthLine): Promise<Account> {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const body = {
          type: 'm.login.application_service',
          username: prefix + line.madeUp.localpart(),
          inhibit_login: true,
        };
        // `masquerade` stays off: nobody can be asserted before being registered.
        const answer = await line.call('register', { body }, { userId: '', accessToken: token });
        if (errcodeOf(answer) === 'M_USER_IN_USE') continue;
        const userId = memberOf(answer, 'user_id');
        if (answer.status !== 200 || typeof userId !== 'string') {
          throw new AccountError(
            `the application service may not register ${body.username}: ${told(line, answer)}`,
          );
        }
        return { userId, accessToken: token, masquerade: true };
      }
      throw new AccountError('three freshly made-up user names in a row were refused as in use');
    },
  };
}
