import type { BadAlias } from './bad-alias-kind.ts';
import { malformedAliases } from './malformed-aliases.ts';

/** Every way of being bad. */
export const badAliases: readonly BadAlias[] = [
  {
    name: 'an-alias-that-does-not-exist-is-bad',
    title: 'A canonical alias that the directory does not know, or no longer, is refused',
    rows: ['H3'],
    refusal: 'M_BAD_ALIAS',
    contents: ({ alice, deleted }) => [{ alias: alice.freshAlias() }, { alias: deleted }],
  },
  {
    name: 'an-alias-of-another-room-is-bad',
    title: 'A canonical alias that points to another room is refused',
    rows: ['H4'],
    refusal: 'M_BAD_ALIAS',
    contents: ({ foreign }) => [{ alias: foreign }],
  },
  {
    name: 'one-bad-alias-among-the-alternatives-is-bad',
    title: 'One alternative alias that does not exist is refused, good ones beside it or not',
    rows: ['H5'],
    refusal: 'M_BAD_ALIAS',
    contents: ({ alice, good }) => [
      { alias: good, alt_aliases: [good, alice.freshAlias()] },
      { alias: good, alt_aliases: [alice.freshAlias(), good] },
    ],
  },
  {
    name: 'an-alternative-alias-of-another-room-is-bad',
    title: 'An alternative alias that points to another room is refused',
    rows: ['H5'],
    refusal: 'M_BAD_ALIAS',
    contents: ({ good, foreign }) => [{ alias: good, alt_aliases: [foreign] }],
  },
  {
    name: 'bad-alternatives-without-an-alias-are-bad',
    title: 'A bad alternative alias is refused without an alias beside it, too',
    rows: ['H6'],
    refusal: 'M_BAD_ALIAS',
    contents: ({ alice, foreign }) => [
      { alt_aliases: [alice.freshAlias()] },
      { alt_aliases: [foreign] },
    ],
  },
  ...malformedAliases,
];
