import { AccountError } from '../client/account-error.ts';
import { logIn } from '../client/auth/password-login.ts';
import type { Stage } from './stage.ts';
import { inconclusive, unsupported } from './stop-scenario.ts';
import { User } from './user.ts';

/**
 * The same user on one more device, with a token of its own.
 * @throws StopScenario where the password is not known, or does not let the user log in.
 */
export async function anotherDevice(stage: Stage, { name, account }: User): Promise<User> {
  const { userId, password } = account;
  if (password === undefined) throw unsupported(`the password of ${name} is not known`);
  try {
    const other = await logIn(stage.authLine, { user: userId, password });
    return new User(`${name} on another device`, other, stage);
  } catch (error) {
    if (error instanceof AccountError) throw inconclusive(error.message);
    throw error;
  }
}
