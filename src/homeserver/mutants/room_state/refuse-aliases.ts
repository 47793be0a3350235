import type { JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { stateEvent } from '../../rooms/room-state.ts';

/** Refuses contents of `m.room.canonical_alias`, knowing what the state has before. */
export function refuseAliases(
  homeserver: Homeserver,
  isRefused: (content: JsonObject, before: JsonObject, roomId: string, sender: string) => boolean,
): void {
  const { aliases } = homeserver.checks;
  homeserver.checks.aliases = (draft, room) => {
    const before = stateEvent(room.state, draft.type)?.content ?? {};
    const isAlias = draft.type === 'm.room.canonical_alias';
    if (isAlias && isRefused(draft.content, before, room.id, draft.sender)) {
      throw new MatrixError(400, 'M_BAD_ALIAS', 'The aliases are not to my liking');
    }
    aliases(draft, room);
  };
}

/** All aliases that a content names. */
export function aliasesIn({ alias, alt_aliases: list }: JsonObject): readonly string[] {
  return [alias, ...(Array.isArray(list) ? list : [])].filter((one) => typeof one === 'string');
}
