import { isServerName } from '../aliases/is-server-name.ts';

/** Whether a value is a user id, historical ones as well (appendices/#user-identifiers). */
export function isUserId(value: unknown): value is string {
  if (typeof value !== 'string' || Buffer.byteLength(value) > 255) return false;
  const colon = value.indexOf(':');
  return value.startsWith('@') && colon > 0 && isServerName(value.slice(colon + 1));
}
