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
  if (answer.status !== 200) throw new AccountError(`${what} was refused: ${told(line, answer)}`);
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

/** The status and, where there is one, the standard error, in short and without secrets. */
export function told(line: AuthLine, answer: Answer): string {
  const errcode = errcodeOf(answer);
  const error = memberOf(answer, 'error');
  const code = errcode === undefined ? 'without a standard error' : shortened(line, errcode, 100);
  const said = typeof error === 'string' ? ` (${shortened(line, error, 200)})` : '';
  return `${answer.status} ${code}${said}`;
}

/** What a homeserver said, fit to stand in a sentence. */
export function shortened({ redactor }: AuthLine, text: string, length: number): string {
  return redactor.cleanHead(text, length).replace(/\s+/g, ' ');
}
