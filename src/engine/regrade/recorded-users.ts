import type { Account } from '../../client/account.ts';
import type { AccountSource } from '../../client/auth/account-source.ts';
import type { LentUser } from '../../model/recording.ts';
import type { ServerFacts } from '../../model/run-result.ts';
import type { Doubts } from './doubts.ts';
import type { Refill } from './refill.ts';

/** The users of a recorded try, in the order in which it was lent them, with tokens that are none. */
export function recordedUsers(
  { accounts, users }: ServerFacts,
  lent: readonly LentUser[],
  refill: Refill,
  doubts: Doubts,
): AccountSource {
  const left = [...lent];
  const take = async (as: LentUser['as']): Promise<Account> => {
    const index = left.findIndex((one) => one.as === as);
    const [user] = index < 0 ? [] : left.splice(index, 1);
    if (user === undefined) {
      return doubts.raise('it asks now for more users than it was lent when recorded');
    }
    const { userId, deviceId, hasPassword, isAsserted } = user;
    return {
      userId,
      accessToken: refill.secret(),
      ...(deviceId === undefined ? {} : { deviceId }),
      ...(hasPassword ? { password: refill.secret() } : {}),
      ...(isAsserted ? { masquerade: true } : {}),
    };
  };
  return {
    name: accounts,
    ...(users?.limit === undefined ? {} : { limit: users.limit }),
    next: () => take('lent'),
    ...(users?.canLogInAgain === true ? { disposable: () => take('login') } : {}),
  };
}
