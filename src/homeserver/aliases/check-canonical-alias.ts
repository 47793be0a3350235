import type { JsonObject } from '../events/json.ts';
import type { Draft } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Room } from '../rooms/room.ts';
import { stateEvent } from '../rooms/room-state.ts';
import { isAlias } from './alias-checks.ts';

/**
 * The checks of the aliases that an `m.room.canonical_alias` adds; those that the state names
 * already stay unchecked (client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey).
 * Throws 400 M_INVALID_PARAM for bad syntax, 400 M_BAD_ALIAS for an alias of no or another room.
 */
export function checkCanonicalAlias(homeserver: Homeserver, draft: Draft, room: Room): void {
  if (draft.type !== 'm.room.canonical_alias' || draft.stateKey === undefined) return;
  const current = stateEvent(room.state, draft.type, draft.stateKey)?.content ?? {};
  const known = new Set(aliasesIn(current, false));
  const added = aliasesIn(draft.content, true).filter((alias) => !known.has(alias));
  for (const alias of added) {
    if (!isAlias(homeserver.aliasChecks, alias)) {
      throw invalid(`${JSON.stringify(alias)} is not a room alias`);
    }
  }
  for (const alias of added) {
    if (homeserver.aliases.get(String(alias))?.roomId !== room.id) {
      throw new MatrixError(400, 'M_BAD_ALIAS', `${alias} does not point to this room`);
    }
  }
}

/** All aliases in a content. `alias` may be null or empty, which is no alias. */
function aliasesIn(content: JsonObject, isStrict: boolean): readonly unknown[] {
  const { alias, alt_aliases: alternatives } = content;
  if (isStrict && alternatives !== undefined && !Array.isArray(alternatives)) {
    throw invalid('alt_aliases is not an array');
  }
  const main = alias === undefined || alias === null || alias === '' ? [] : [alias];
  return [...main, ...(Array.isArray(alternatives) ? alternatives : [])];
}

function invalid(message: string): MatrixError {
  return new MatrixError(400, 'M_INVALID_PARAM', message);
}
