import type { AliasScene, BadAlias } from './bad-alias-kind.ts';
import { malformedAliases } from './malformed-aliases.ts';

/** An alias that was in the state once, is not any more, and was deleted then. */
async function formerAlias({ alice, entry, good }: AliasScene): Promise<string> {
  const former = await alice.createsAlias(entry.roomId);
  await alice.setsState(entry, { alias: former, alt_aliases: [former] });
  await alice.setsState(entry, { alias: good });
  await alice.call('deleteRoomAlias', { roomAlias: former });
  return former;
}

/** Every way of being bad. */
export const badAliases: readonly BadAlias[] = [
  {
    name: 'an-alias-that-does-not-exist-is-bad',
    title: 'A canonical alias that the directory does not know, or no longer, is refused',
    rows: ['H3'],
    refusal: 'M_BAD_ALIAS',
    contents: async (scene) => [
      { alias: scene.alice.freshAlias() },
      { alias: scene.alice.freshAlias(), alt_aliases: [scene.good] },
      { alias: scene.deleted },
      { alias: await formerAlias(scene) },
    ],
  },
  {
    name: 'an-alias-of-another-room-is-bad',
    title: 'A canonical alias that points to another room is refused',
    rows: ['H4'],
    refusal: 'M_BAD_ALIAS',
    contents: ({ good, foreign }) => [
      { alias: foreign },
      { alias: foreign, alt_aliases: [good] },
      { alias: foreign, alt_aliases: [foreign] },
    ],
  },
  {
    name: 'one-bad-alias-among-the-alternatives-is-bad',
    title: 'One alternative alias that does not exist is refused, good ones beside it or not',
    rows: ['H5'],
    refusal: 'M_BAD_ALIAS',
    contents: async (scene) => [
      { alias: scene.good, alt_aliases: [scene.good, scene.alice.freshAlias()] },
      { alias: scene.good, alt_aliases: [scene.alice.freshAlias(), scene.good] },
      { alias: scene.good, alt_aliases: [scene.deleted] },
      { alias: scene.good, alt_aliases: [await formerAlias(scene)] },
    ],
  },
  {
    name: 'an-alternative-alias-of-another-room-is-bad',
    title: 'An alternative alias that points to another room is refused',
    rows: ['H5'],
    refusal: 'M_BAD_ALIAS',
    contents: ({ good, foreign }) => [
      { alias: good, alt_aliases: [foreign] },
      { alias: good, alt_aliases: [good, foreign] },
      { alias: good, alt_aliases: [foreign, good] },
    ],
  },
  {
    name: 'bad-alternatives-without-an-alias-are-bad',
    title: 'A bad alternative alias is refused without an alias beside it, too',
    rows: ['H6'],
    refusal: 'M_BAD_ALIAS',
    contents: ({ alice, good, foreign, deleted }) => [
      { alt_aliases: [alice.freshAlias()] },
      { alt_aliases: [foreign] },
      { alt_aliases: [good, deleted] },
      { alt_aliases: [foreign, good] },
      { alias: null, alt_aliases: [alice.freshAlias()] },
    ],
  },
  ...malformedAliases,
];
