import type { JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import type { Room } from '../rooms/room.ts';

/** Which aliases go unchecked. */
export interface SkippedAliases {
  /** Of the property `alias`. */
  main?(alias: string, content: JsonObject, room: Room): boolean;
  /** Of the array `alt_aliases`. */
  alternative?(alias: string, content: JsonObject, room: Room): boolean;
  /** An `alias` that is no string. */
  oddMain?(value: unknown): boolean;
  /** A member of `alt_aliases` that is no string. */
  oddAlternative?(value: unknown): boolean;
  /** `alt_aliases` that are no array. */
  oddList?(value: unknown): boolean;
}

/** Hides some aliases of an `m.room.canonical_alias` from the checks. They are stored all the same. */
export function skipAliases(homeserver: Homeserver, skipped: SkippedAliases): void {
  const sound = homeserver.checks.aliases;
  homeserver.checks.aliases = (draft, room) => {
    const { alias, alt_aliases: alternatives, ...rest } = draft.content;
    const content: Record<string, unknown> = { ...rest };
    const isSkipped =
      typeof alias === 'string'
        ? skipped.main?.(alias, draft.content, room)
        : skipped.oddMain?.(alias);
    if (alias !== undefined && isSkipped !== true) content.alias = alias;
    if (Array.isArray(alternatives)) {
      content.alt_aliases = alternatives.filter((one: unknown) =>
        typeof one === 'string'
          ? skipped.alternative?.(one, draft.content, room) !== true
          : skipped.oddAlternative?.(one) !== true,
      );
    } else if (alternatives !== undefined && skipped.oddList?.(alternatives) !== true) {
      content.alt_aliases = alternatives;
    }
    sound({ ...draft, content }, room);
  };
}
