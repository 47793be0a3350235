import { isObject } from '../events/json.ts';
import type { Draft } from '../events/room-event.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { isUserId } from './is-user-id.ts';
import { defaultLevels } from './power.ts';

/**
 * The rules 10.1 to 10.3: levels are integers, and users are user ids (rooms/v12/#authorisation-rules).
 * Throws 400 M_BAD_JSON: the rules say reject, and no power would make such an event good.
 */
export function checkPowerLevelsShape(event: Draft): void {
  if (event.type !== 'm.room.power_levels') return;
  for (const name of Object.keys(defaultLevels)) {
    const level = event.content[name];
    if (level !== undefined && !Number.isInteger(level)) throw bad(`${name} is not an integer`);
  }
  for (const name of ['events', 'notifications', 'users']) {
    const entries = event.content[name];
    if (entries === undefined) continue;
    if (!isObject(entries) || !Object.values(entries).every(Number.isInteger)) {
      throw bad(`${name} is not an object of integers`);
    }
    if (name === 'users' && !Object.keys(entries).every(isUserId)) {
      throw bad('users has a key that is no user id');
    }
  }
}

function bad(message: string): MatrixError {
  return new MatrixError(400, 'M_BAD_JSON', message);
}
