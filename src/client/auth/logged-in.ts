import type { Account } from '../account.ts';
import { AccountError } from '../account-error.ts';
import { type Answer, errcodeOf, memberOf } from '../answer.ts';
import type { AuthLine } from './account-source.ts';

/**
 * The account in the answer of `/register` or `/login`.
 * @throws AccountError where the answer holds none: `what` begins the sentence.
 */
export function loggedIn(line: AuthLine, what: string, answer: Answer, password?: string): Account {
  const userId = memberOf(answer, 'user_id');
  const accessToken = memberOf(answer, 'access_token');
  if (answer.status !== 200) throw new AccountError(`${what} was refused: ${told(answer)}`);
  if (typeof userId !== 'string' || !/^@[^:]*:./.test(userId)) {
    throw new AccountError(`${what} was answered with 200, but without a valid user_id`);
  }
  if (typeof accessToken !== 'string' || accessToken === '') {
    throw new AccountError(`${what} was answered with 200, but without an access_token`);
  }
  line.redactor.learn(accessToken);
  const deviceId = memberOf(answer, 'device_id');
  return {
    userId,
    accessToken,
    ...(typeof deviceId === 'string' ? { deviceId } : {}),
    ...(password === undefined ? {} : { password }),
  };
}

/** The status and, where there is one, the standard error, in short. */
export function told(answer: Answer): string {
  const error = memberOf(answer, 'error');
  const said = typeof error === 'string' ? ` (${error.slice(0, 200)})` : '';
  return `${answer.status} ${errcodeOf(answer) ?? 'without a standard error'}${said}`;
}
