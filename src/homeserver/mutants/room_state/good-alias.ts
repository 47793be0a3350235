import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { aliasesIn, refuseAliases } from './refuse-aliases.ts';

const good = killedBy('room_state', 'a-good-canonical-alias-is-taken');
const cleared = killedBy('room_state', 'the-canonical-alias-may-be-cleared');
const noAlias = killedBy('room_state', 'a-null-or-empty-alias-is-accepted');

/** Faults that refuse aliases which are to be taken, or that there are none. */
export const goodAliasMutants: readonly Mutant[] = [
  {
    id: 'only-the-oldest-alias-points-to-a-room',
    fault: 'Of several aliases of a room, the oldest alone counts.',
    killedBy: good,
    mutate: (homeserver) =>
      refuseAliases(homeserver, (content, before, roomId) => {
        const oldest = [...homeserver.aliases].find(([, alias]) => alias.roomId === roomId)?.[0];
        const isYounger = (alias: string) =>
          alias !== oldest && homeserver.aliases.get(alias)?.roomId === roomId;
        return aliasesIn(content).some(
          (alias) => !aliasesIn(before).includes(alias) && isYounger(alias),
        );
      }),
  },
  {
    id: 'alternatives-have-to-name-the-alias',
    fault: 'Alternatives without the canonical alias among them are refused.',
    killedBy: good,
    mutate: (homeserver) =>
      refuseAliases(
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
    id: 'an-alias-of-another-maker-is-refused',
    fault: 'A canonical alias is refused that another than its sender made.',
    killedBy: good,
    mutate: (homeserver) =>
      refuseAliases(homeserver, (content, before, _, sender) =>
        aliasesIn(content).some(
          (one) =>
            !aliasesIn(before).includes(one) &&
            (homeserver.aliases.get(one)?.creator ?? sender) !== sender,
        ),
      ),
  },
  ...(
    [
      ['of-255-bytes', (alias) => Buffer.byteLength(alias) === 255],
      ['with-a-percent-sign', (alias) => alias.includes('%')],
      ['beyond-ascii', (alias) => /[^ -~]/.test(alias)],
      ['with-a-slash', (alias) => alias.includes('/')],
    ] as readonly [string, (alias: string) => boolean][]
  ).map(
    ([name, isOne]): Mutant => ({
      id: `a-good-alias-${name}-is-refused`,
      fault: `A canonical alias ${name.replaceAll('-', ' ')} is refused that is in the directory.`,
      killedBy: good,
      mutate: (homeserver) =>
        refuseAliases(homeserver, (content) =>
          aliasesIn(content).some((one) => isOne(one) && homeserver.aliases.has(one)),
        ),
    }),
  ),
  {
    id: 'a-null-alias-is-refused',
    fault: 'Null is refused as a canonical alias.',
    killedBy: noAlias,
    mutate: (homeserver) => refuseAliases(homeserver, ({ alias }) => alias === null),
  },
  {
    id: 'an-empty-alias-is-refused',
    fault: 'The empty string is refused as a canonical alias.',
    killedBy: noAlias,
    mutate: (homeserver) => refuseAliases(homeserver, ({ alias }) => alias === ''),
  },
  {
    id: 'empty-aliases-are-refused',
    fault: 'The aliases of a room cannot be cleared with {}.',
    killedBy: cleared,
    mutate: (homeserver) =>
      refuseAliases(homeserver, (content) => Object.keys(content).length === 0),
  },
];
