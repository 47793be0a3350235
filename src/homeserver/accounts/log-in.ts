import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';

/**
 * A new access token for a user, in the form in which register and login answer. The token that
 * the device had before is invalid from now on (client-server-api/#relationship-between-access-tokens-and-devices).
 */
export function logIn(homeserver: Homeserver, userId: string, wanted?: unknown): JsonObject {
  const { sessions } = homeserver;
  const deviceId = typeof wanted === 'string' && wanted !== '' ? wanted : random(5).toUpperCase();
  for (const [token, session] of sessions) {
    if (session.userId === userId && session.deviceId === deviceId) sessions.delete(token);
  }
  const token = random(24);
  sessions.set(token, { token, userId, deviceId, isApplicationService: false });
  return {
    user_id: userId,
    access_token: token,
    device_id: deviceId,
    home_server: homeserver.name,
  };
}

function random(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
