import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { aliasesIn, refuseAliases } from './refuse-aliases.ts';

const stay = killedBy('room_state', 'an-alias-that-went-stale-may-stay');
const leave = killedBy('room_state', 'an-alias-that-went-stale-may-be-removed');

/** Faults that refuse aliases which are to be kept, or removed. */
export const staleAliasMutants: readonly Mutant[] = [
  {
    id: 'aliases-in-the-state-are-validated-again',
    fault: 'Aliases that the state has already are validated as new ones are.',
    killedBy: stay,
    mutate: (homeserver) =>
      refuseAliases(homeserver, (content, before) =>
        aliasesIn(content).some(
          (one) => aliasesIn(before).includes(one) && !homeserver.aliases.has(one),
        ),
      ),
  },
  {
    id: 'an-alias-in-the-state-is-validated-again-beside-alternatives',
    fault: 'The alias that the state has already is validated where alternatives are added to it.',
    killedBy: stay,
    mutate: (homeserver) =>
      refuseAliases(
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
    killedBy: stay,
    mutate: (homeserver) =>
      refuseAliases(
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
    killedBy: leave,
    mutate: (homeserver) =>
      refuseAliases(
        homeserver,
        (content, { alias, alt_aliases: list }) =>
          alias === undefined &&
          Array.isArray(list) &&
          list.some((one) => !aliasesIn(content).includes(one) && !homeserver.aliases.has(one)),
      ),
  },
  {
    id: 'removed-aliases-are-validated',
    fault: 'An alias cannot be removed once it is gone from the directory.',
    killedBy: leave,
    mutate: (homeserver) =>
      refuseAliases(homeserver, (content, before) =>
        aliasesIn(before).some(
          (one) => !aliasesIn(content).includes(one) && !homeserver.aliases.has(one),
        ),
      ),
  },
  {
    id: 'a-stale-alias-stays-once',
    fault: 'An alias that the state has already is validated when it stays for a second time.',
    killedBy: stay,
    mutate: (homeserver) =>
      refuseAliases(
        homeserver,
        (content, before) =>
          before['org.example.once'] !== undefined &&
          aliasesIn(content).some((one) => !homeserver.aliases.has(one)),
      ),
  },
  {
    id: 'an-alias-in-the-state-is-not-to-be-given-away',
    fault: 'An alias that the state has already may be gone, and not of another room.',
    killedBy: stay,
    mutate: (homeserver) =>
      refuseAliases(homeserver, (content, before, roomId) =>
        aliasesIn(content).some((one) => {
          const other = homeserver.aliases.get(one)?.roomId ?? roomId;
          return aliasesIn(before).includes(one) && other !== roomId;
        }),
      ),
  },
  {
    id: 'an-alias-that-was-given-away-is-not-removed',
    fault: 'An alias cannot be removed once it points to another room.',
    killedBy: leave,
    mutate: (homeserver) =>
      refuseAliases(homeserver, (content, before, roomId) =>
        aliasesIn(before).some((one) => {
          const other = homeserver.aliases.get(one)?.roomId ?? roomId;
          return !aliasesIn(content).includes(one) && other !== roomId;
        }),
      ),
  },
  {
    id: 'removed-alternatives-are-validated-beside-an-alias',
    fault: 'An alternative that is gone from the directory cannot be removed from beside an alias.',
    killedBy: leave,
    mutate: (homeserver) =>
      refuseAliases(homeserver, ({ alias }, { alias: before, alt_aliases: list }) => {
        const isBeside = alias === before && Array.isArray(list);
        return isBeside && list.some((one) => one !== alias && !homeserver.aliases.has(one));
      }),
  },
];
