import type { JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const good = killedBy('room_state', 'a-good-canonical-alias-is-taken');
const cleared = killedBy('room_state', 'the-canonical-alias-may-be-cleared');
const noAlias = killedBy('room_state', 'a-null-or-empty-alias-is-accepted');

/** Refuses contents of `m.room.canonical_alias`, knowing what the state has before. */
function refuseWhere(
  homeserver: Homeserver,
  isRefused: (content: JsonObject, before: JsonObject, roomId: string) => boolean,
): void {
  const { aliases } = homeserver.checks;
  homeserver.checks.aliases = (draft, room) => {
    const before = stateEvent(room.state, draft.type)?.content ?? {};
    const isAlias = draft.type === 'm.room.canonical_alias';
    if (isAlias && isRefused(draft.content, before, room.id)) {
      throw new MatrixError(400, 'M_BAD_ALIAS', 'The aliases are not to my liking');
    }
    aliases(draft, room);
  };
}

function named({ alias, alt_aliases: list }: JsonObject): readonly string[] {
  return [alias, ...(Array.isArray(list) ? list : [])].filter((one) => typeof one === 'string');
}

/** Faults that refuse aliases which are to be taken, kept, or removed. */
export const staleAliasMutants: readonly Mutant[] = [
  {
    id: 'only-the-oldest-alias-points-to-a-room',
    fault: 'Of several aliases of a room, the oldest alone counts.',
    killedBy: good,
    mutate: (homeserver) =>
      refuseWhere(homeserver, (content, before, roomId) => {
        const oldest = [...homeserver.aliases].find(([, alias]) => alias.roomId === roomId)?.[0];
        const isYounger = (alias: string) =>
          alias !== oldest && homeserver.aliases.get(alias)?.roomId === roomId;
        return named(content).some((alias) => !named(before).includes(alias) && isYounger(alias));
      }),
  },
  {
    id: 'alternatives-have-to-name-the-alias',
    fault: 'Alternatives without the canonical alias among them are refused.',
    killedBy: good,
    mutate: (homeserver) =>
      refuseWhere(
        homeserver,
        ({ alias, alt_aliases: list }) =>
          alias !== undefined &&
          Array.isArray(list) &&
          homeserver.aliases.has(String(list[0])) &&
          list.length === 1 &&
          !list.includes(alias),
      ),
  },
  {
    id: 'aliases-in-the-state-are-validated-again',
    fault: 'Aliases that the state has already are validated as new ones are.',
    killedBy: killedBy('room_state', 'an-alias-that-went-stale-may-stay'),
    mutate: (homeserver) =>
      refuseWhere(homeserver, (content, before) =>
        named(content).some((one) => named(before).includes(one) && !homeserver.aliases.has(one)),
      ),
  },
  {
    id: 'an-alias-in-the-state-is-validated-again-beside-alternatives',
    fault: 'The alias that the state has already is validated where alternatives are added to it.',
    killedBy: killedBy('room_state', 'an-alias-that-went-stale-may-stay'),
    mutate: (homeserver) =>
      refuseWhere(
        homeserver,
        ({ alias, alt_aliases: list }, before) =>
          before.alt_aliases === undefined &&
          list !== undefined &&
          typeof alias === 'string' &&
          alias === before.alias &&
          !homeserver.aliases.has(alias),
      ),
  },
  {
    id: 'alternatives-in-the-state-are-validated-again-beside-an-alias',
    fault: 'Alternatives that the state has already are validated where an alias is added to them.',
    killedBy: killedBy('room_state', 'an-alias-that-went-stale-may-stay'),
    mutate: (homeserver) =>
      refuseWhere(
        homeserver,
        ({ alias, alt_aliases: list }, before) =>
          alias !== before.alias &&
          Array.isArray(list) &&
          Array.isArray(before.alt_aliases) &&
          list.some((one) => !homeserver.aliases.has(String(one))),
      ),
  },
  {
    id: 'removed-alternatives-are-validated',
    fault: 'An alternative cannot be removed once it is gone from the directory.',
    killedBy: killedBy('room_state', 'an-alias-that-went-stale-may-be-removed'),
    mutate: (homeserver) =>
      refuseWhere(
        homeserver,
        (content, { alias, alt_aliases: list }) =>
          alias === undefined &&
          Array.isArray(list) &&
          list.some((one) => !named(content).includes(one) && !homeserver.aliases.has(one)),
      ),
  },
  {
    id: 'removed-aliases-are-validated',
    fault: 'An alias cannot be removed once it is gone from the directory.',
    killedBy: killedBy('room_state', 'an-alias-that-went-stale-may-be-removed'),
    mutate: (homeserver) =>
      refuseWhere(homeserver, (content, before) =>
        named(before).some((one) => !named(content).includes(one) && !homeserver.aliases.has(one)),
      ),
  },
  {
    id: 'a-null-alias-is-refused',
    fault: 'Null is refused as a canonical alias.',
    killedBy: noAlias,
    mutate: (homeserver) => refuseWhere(homeserver, ({ alias }) => alias === null),
  },
  {
    id: 'an-empty-alias-is-refused',
    fault: 'The empty string is refused as a canonical alias.',
    killedBy: noAlias,
    mutate: (homeserver) => refuseWhere(homeserver, ({ alias }) => alias === ''),
  },
  {
    id: 'empty-aliases-are-refused',
    fault: 'The aliases of a room cannot be cleared with {}.',
    killedBy: cleared,
    mutate: (homeserver) => refuseWhere(homeserver, (content) => Object.keys(content).length === 0),
  },
];
