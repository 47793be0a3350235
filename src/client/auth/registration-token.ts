import type { AccountSource } from './account-source.ts';
import { register } from './registration.ts';

/** Registration with a token. Client-Server API, "Token-authenticated registration". */
export function registrationToken(token: string): AccountSource {
  const stages = { 'm.login.registration_token': { token }, 'm.login.dummy': {} };
  const next: AccountSource['next'] = (line) => register(line, stages);
  return { name: 'registration token', next, disposable: next };
}
