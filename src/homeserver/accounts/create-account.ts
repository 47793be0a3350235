import { randomBytes } from 'node:crypto';
import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from '../http/matrix-error.ts';

/**
 * The user id for a desired localpart, or for a made-up one (appendices/#user-identifiers).
 * Throws 400 M_INVALID_USERNAME, or M_USER_IN_USE.
 */
export function freeUserId(homeserver: Homeserver, username: unknown): string {
  if (username !== undefined && typeof username !== 'string') {
    throw new MatrixError(400, 'M_BAD_JSON', 'username is not a string');
  }
  const localpart = (username ?? `user-${randomBytes(6).toString('hex')}`).toLowerCase();
  const userId = `@${localpart}:${homeserver.name}`;
  if (!/^[a-z0-9._=/+-]+$/.test(localpart) || userId.length > 255) {
    throw new MatrixError(400, 'M_INVALID_USERNAME', 'The username has characters that it may not');
  }
  if (homeserver.accounts.has(userId)) {
    throw new MatrixError(400, 'M_USER_IN_USE', `${userId} is taken`);
  }
  return userId;
}

/** Makes an account; the user id has to be free. */
export function createAccount(homeserver: Homeserver, userId: string, password?: string): void {
  homeserver.accounts.set(userId, { userId, password });
}
