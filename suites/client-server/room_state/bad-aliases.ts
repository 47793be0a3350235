import type { NamedRefusal, Refusal } from '../../../src/scenario/refusal.ts';
import type { User } from '../../../src/scenario/user.ts';

/** What a bad alias is made of. */
export interface AliasScene {
  readonly alice: User;
  /** An alias of the room. */
  readonly good: string;
  /** An alias of another room. */
  readonly foreign: string;
  /** An alias that was one of the room, and was deleted before it was ever in its state. */
  readonly deleted: string;
}

/** What makes an alias bad, and how it has to be refused. */
export interface BadAlias {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly refusal: NamedRefusal | Refusal;
  /** Each of them has to be refused. */
  readonly contents: (scene: AliasScene) => readonly unknown[];
}

/** Which code the wrong type of a value deserves, the specification does not say. */
const malformed: Refusal = { status: 400 };

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
  {
    name: 'an-alias-without-its-hash-is-invalid',
    title: 'A canonical alias that does not begin with # is refused as invalid',
    rows: ['H7'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ good }) => [{ alias: good.slice(1) }],
  },
  {
    name: 'an-alias-without-a-server-name-is-invalid',
    title: 'A canonical alias without a server name is refused as invalid',
    rows: ['H7'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ good }) => [{ alias: good.split(':')[0] }],
  },
  {
    name: 'a-user-id-is-an-invalid-alias',
    title: 'A user id in place of the canonical alias is refused as invalid',
    rows: ['H7'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ alice }) => [{ alias: alice.id }],
  },
  {
    name: 'an-alias-with-a-bad-server-name-is-invalid',
    title: 'A canonical alias whose server name breaks its grammar is refused as invalid',
    rows: ['H8'],
    refusal: 'M_INVALID_PARAM',
    contents: () => [{ alias: '#alias:not a server name' }],
  },
  {
    name: 'an-alias-with-an-empty-server-name-is-invalid',
    title: 'A canonical alias with nothing after its colon is refused as invalid',
    rows: ['H8'],
    refusal: 'M_INVALID_PARAM',
    contents: () => [{ alias: '#alias:' }],
  },
  {
    name: 'an-alias-over-255-bytes-is-invalid',
    title: 'A canonical alias of more than 255 bytes is refused as invalid',
    rows: ['H9'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ alice }) => [{ alias: `#${'a'.repeat(255)}:${alice.serverName}` }],
  },
  {
    name: 'an-alias-with-a-nul-is-invalid',
    title: 'A canonical alias with a NUL before its colon is refused as invalid',
    rows: ['H9'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ alice }) => [{ alias: `#a\u0000b:${alice.serverName}` }],
  },
  {
    name: 'an-alternative-alias-with-bad-syntax-is-invalid',
    title:
      'An alternative alias that is no alias is refused as invalid, good ones beside it or not',
    rows: ['H7', 'H8'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ good }) => [{ alias: good, alt_aliases: [good, 'no-alias'] }],
  },
  {
    name: 'an-alias-that-is-no-string-is-invalid',
    title: 'A canonical alias that is a number, a boolean, a list or an object is refused',
    rows: ['H10'],
    refusal: malformed,
    contents: ({ good }) => [{ alias: 1 }, { alias: true }, { alias: [good] }, { alias: { good } }],
  },
  {
    name: 'alternatives-that-are-no-list-are-invalid',
    title: 'alt_aliases that are a string, an object or null are refused',
    rows: ['H12'],
    refusal: malformed,
    contents: ({ good }) => [good, { 0: good }, null].map((odd) => ({ alt_aliases: odd })),
  },
  {
    name: 'an-alternative-alias-that-is-no-string-is-invalid',
    title: 'An alternative alias that is a number, null, an object or a list is refused',
    rows: ['H13', 'H14'],
    refusal: malformed,
    contents: ({ good }) =>
      [1, null, { good }, [good]].map((odd) => ({ alt_aliases: [good, odd] })),
  },
];
