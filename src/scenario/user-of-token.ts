import type { Account } from '../client/account.ts';
import { memberOf } from '../client/answer.ts';
import { told } from '../client/auth/logged-in.ts';
import type { Stage } from './stage.ts';
import { inconclusive } from './stop-scenario.ts';
import { User } from './user.ts';

/** The user that a given access token stands for. @throws StopScenario where it is not good. */
export async function userOfToken(stage: Stage, name: string, accessToken: string): Promise<User> {
  const account: Account = { userId: '', accessToken };
  const answer = await stage.authLine.call('getTokenOwner', {}, account);
  const userId = memberOf(answer, 'user_id');
  if (answer.status === 200 && typeof userId === 'string') {
    return new User(name, { ...account, userId }, stage);
  }
  const said = told(stage.authLine, answer);
  throw inconclusive(`the token of the ${name} is not good: whoami says ${said}`);
}
