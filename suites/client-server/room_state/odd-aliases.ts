import { put } from '../../entry.ts';
import { attemptsOf, type OddContent } from './odd-content.ts';

const eventType = 'm.room.canonical_alias';

/** Contents of `m.room.canonical_alias` of which the specification says neither yes nor no. */
export const oddAliases: readonly OddContent[] = [
  {
    name: 'the-same-alias-twice',
    title: 'The same alias twice among the alternatives is answered in good order',
    rows: ['H15'],
    attempts: async ({ alice, roomId }) => {
      const good = await alice.createsAlias(roomId);
      return attemptsOf(roomId, eventType, [
        ['the same alternative twice', { alias: good, alt_aliases: [good, good] }],
        ['the alias among the alternatives', { alias: good, alt_aliases: [good] }],
        ['no alternatives', { alias: good, alt_aliases: [] }],
      ]);
    },
  },
  {
    name: 'a-canonical-alias-of-another-state-key',
    title: 'An m.room.canonical_alias of another state key is answered in good order',
    rows: ['H20'],
    attempts: async ({ alice, roomId }) => {
      const entry = { roomId, eventType, stateKey: 'key' };
      const alias = await alice.createsAlias(roomId);
      return {
        'a good alias at another state key': [put, { ...entry, body: { alias } }],
        'a bad alias there': [put, { ...entry, body: { alias: alice.freshAlias() } }],
        'no alias there': [put, { ...entry, body: { alias: 'no alias' } }],
      };
    },
  },
  {
    name: 'an-alias-of-a-server-out-of-reach',
    title: 'A canonical alias of a server that cannot be reached is answered in good order',
    rows: ['H19'],
    attempts: ({ roomId }) => {
      const entry = { roomId, eventType, stateKey: '' };
      // No such domain can ever be there (RFC 6761).
      const body = { alias: '#garden:conformance.invalid' };
      return {
        'an alias of a server that is not there': [put, { ...entry, body }, { reachesOut: true }],
      };
    },
  },
];
