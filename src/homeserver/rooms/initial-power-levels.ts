import type { JsonObject } from '../events/json.ts';
import { hasCreators, type RoomVersion } from './room-version.ts';

/**
 * The `m.room.power_levels` of a new room before it is overridden
 * (client-server-api/#post_matrixclientv3createroom). Since version 12 its creators are not in it,
 * and a tombstone takes more than any other state.
 */
export function initialPowerLevels(
  version: RoomVersion,
  creator: string,
  trusted: readonly string[],
): JsonObject {
  const named = hasCreators(version) ? [] : [creator, ...trusted];
  return {
    users: Object.fromEntries(named.map((userId) => [userId, 100])),
    users_default: 0,
    events: {
      'm.room.avatar': 50,
      'm.room.canonical_alias': 50,
      'm.room.encryption': 100,
      'm.room.history_visibility': 100,
      'm.room.name': 50,
      'm.room.power_levels': 100,
      'm.room.server_acl': 100,
      'm.room.tombstone': hasCreators(version) ? 150 : 100,
    },
    events_default: 0,
    state_default: 50,
    ban: 50,
    kick: 50,
    redact: 50,
    invite: 0,
  };
}
