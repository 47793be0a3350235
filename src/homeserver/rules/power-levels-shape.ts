import { isObject } from '../events/json.ts';
import type { Draft } from '../events/room-event.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Room } from '../rooms/room.ts';
import { rulesOf } from '../rooms/room-version.ts';
import { isUserId } from './is-user-id.ts';
import { defaultLevels } from './power.ts';
import { readLevel } from './read-level.ts';

/**
 * What levels have to be like (rooms/v12/#authorisation-rules, rules 10.1 to 10.3): before version
 * 10 only `users` is looked at (rooms/v1/#authorization-rules, rule 10.1).
 * Throws 400 M_BAD_JSON: the rules say reject, and no power would make such an event good.
 */
export function checkPowerLevelsShape(event: Draft, { version }: Room): void {
  const isLevel = (value: unknown) => readLevel(value, version) !== undefined;
  const isStrict = rulesOf(version).levels === 'integers';
  for (const name of isStrict ? Object.keys(defaultLevels) : []) {
    const level = event.content[name];
    if (level !== undefined && !isLevel(level)) throw bad(`${name} is not an integer`);
  }
  for (const name of isStrict ? ['events', 'notifications', 'users'] : ['users']) {
    const entries = event.content[name];
    if (entries === undefined) continue;
    if (!isObject(entries) || !Object.values(entries).every(isLevel)) {
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
