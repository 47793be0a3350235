import type { JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import type { Room } from '../rooms/room.ts';

/** Which aliases go unchecked. */
export interface SkippedAliases {
  /** Of the property `alias`. */
  main?(alias: string, content: JsonObject, room: Room): boolean;
  /** Of the array `alt_aliases`. */
  alternative?(alias: string, content: JsonObject, room: Room): boolean;
}

/** Hides some aliases of an `m.room.canonical_alias` from the checks. They are stored all the same. */
export function skipAliases(homeserver: Homeserver, skipped: SkippedAliases): void {
  const sound = homeserver.checks.aliases;
  homeserver.checks.aliases = (draft, room) => {
    const { alias, alt_aliases: alternatives, ...rest } = draft.content;
    const content: Record<string, unknown> = { ...rest };
    const isSkipped = typeof alias === 'string' && skipped.main?.(alias, draft.content, room);
    if (alias !== undefined && isSkipped !== true) content.alias = alias;
    if (alternatives !== undefined) {
      content.alt_aliases = Array.isArray(alternatives)
        ? alternatives.filter(
            (one) => skipped.alternative?.(String(one), draft.content, room) !== true,
          )
        : alternatives;
    }
    sound({ ...draft, content }, room);
  };
}
