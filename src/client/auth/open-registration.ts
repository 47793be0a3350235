import type { AccountSource } from './account-source.ts';
import { register } from './registration.ts';

/** Anybody may register: the dummy stage is all that is asked for. */
export function openRegistration(): AccountSource {
  const next: AccountSource['next'] = (line) => register(line, { 'm.login.dummy': {} });
  return { name: 'open registration', next, disposable: next };
}
