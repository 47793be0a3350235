import { createHmac, randomBytes } from 'node:crypto';
import { AccountError } from '../account-error.ts';
import { errcodeOf, memberOf } from '../answer.ts';
import type { AccountSource, AuthLine } from './account-source.ts';
import { loggedIn, told } from './logged-in.ts';

const path = '/_synapse/admin/v1/register';

/** Synapse's registration by shared secret, which Dendrite and tuwunel have too. */
export function sharedSecret(secret: string): AccountSource {
  const next: AccountSource['next'] = (line) => registerBySecret(line, secret);
  return { name: 'shared secret', next, disposable: next };
}

async function registerBySecret(line: AuthLine, secret: string) {
  const asked = await line.raw('GET', path);
  const nonce = memberOf(asked, 'nonce');
  if (asked.status !== 200 || typeof nonce !== 'string') {
    throw new AccountError(`registration by shared secret is not offered: ${told(line, asked)}`);
  }
  const username = line.madeUp.localpart();
  const password = `pw-${randomBytes(12).toString('hex')}`;
  line.redactor.learn(password);
  const mac = createHmac('sha1', secret)
    .update([nonce, username, password, 'notadmin'].join('\0'))
    .digest('hex');
  line.redactor.learn(mac);
  const body = { nonce, username, password, admin: false, mac };
  const answer = await line.raw('POST', path, body);
  if (answer.status === 403 || errcodeOf(answer) === 'M_FORBIDDEN') {
    throw new AccountError(`the shared secret is not the homeserver's: ${told(line, answer)}`);
  }
  return loggedIn(line, 'the registration by shared secret', answer, password);
}
