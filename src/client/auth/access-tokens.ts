import type { Account } from '../account.ts';
import { AccountError } from '../account-error.ts';
import { memberOf } from '../answer.ts';
import type { AccountSource } from './account-source.ts';
import { shortened, told } from './logged-in.ts';

/** Users whose access tokens were given. Each is asked who it is before it is used. */
export function accessTokens(tokens: readonly string[]): AccountSource {
  const left = [...tokens];
  const seen = new Set<string>();
  return {
    name: 'given access tokens',
    limit: tokens.length,
    async next(line) {
      const accessToken = left.shift();
      if (accessToken === undefined) throw new AccountError('no more access tokens were given');
      const position = `access token ${tokens.length - left.length} of ${tokens.length}`;
      const account: Account = { userId: '', accessToken };
      const answer = await line.call('getTokenOwner', {}, account);
      const userId = memberOf(answer, 'user_id');
      if (answer.status !== 200 || typeof userId !== 'string') {
        throw new AccountError(`${position} is not good: whoami says ${told(line, answer)}`);
      }
      if (seen.has(userId)) {
        const owner = shortened(line, userId, 255);
        throw new AccountError(`${position} belongs to ${owner}, like one before it`);
      }
      seen.add(userId);
      return { ...account, userId };
    },
  };
}
