import type { Refusal } from '../../../src/scenario/refusal.ts';
import type { BadAlias } from './bad-alias-kind.ts';

/** Which code the wrong type of a value deserves, the specification does not say. */
const malformed: Refusal = { status: 400 };

/** What is no alias, in the place of one; the first also among the alternatives of a good one. */
function inBothPlaces(good: string, ...odd: readonly unknown[]): readonly object[] {
  return [...odd.map((alias) => ({ alias })), { alias: good, alt_aliases: odd.slice(0, 1) }];
}

/** Aliases that break the grammar, or are none. */
export const malformedAliases: readonly BadAlias[] = [
  {
    name: 'an-alias-without-its-hash-is-invalid',
    title: 'A canonical alias that does not begin with # is refused as invalid',
    rows: ['H7'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ good }) => inBothPlaces(good, good.slice(1), ` ${good}`, `!${good.slice(1)}`),
  },
  {
    name: 'an-alias-without-a-server-name-is-invalid',
    title: 'A canonical alias without a server name is refused as invalid',
    rows: ['H7'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ good }) => inBothPlaces(good, good.split(':')[0]),
  },
  {
    name: 'a-user-id-is-an-invalid-alias',
    title: 'A user id in place of the canonical alias is refused as invalid',
    rows: ['H7'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ alice, good }) => inBothPlaces(good, alice.id),
  },
  {
    name: 'an-alias-with-a-bad-server-name-is-invalid',
    title: 'A canonical alias whose server name breaks its grammar is refused as invalid',
    rows: ['H8'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ alice: { serverName }, good }) =>
      inBothPlaces(
        good,
        '#alias:not a server name',
        `#alias:with:${serverName.split(':')[0]}`,
        `#alias:${serverName}/path`,
      ),
  },
  {
    name: 'an-alias-with-an-empty-server-name-is-invalid',
    title: 'A canonical alias with nothing after its colon is refused as invalid',
    rows: ['H8'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ good }) => inBothPlaces(good, '#alias:', `${good.split(':')[0]}:`),
  },
  {
    name: 'an-alias-over-255-bytes-is-invalid',
    title: 'A canonical alias of more than 255 bytes is refused as invalid',
    rows: ['H9'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ alice, good }) =>
      inBothPlaces(
        good,
        `#${'a'.repeat(255)}:${alice.serverName}`,
        `#${'a'.repeat(254 - alice.serverName.length)}:${alice.serverName}`,
        `#${'ü'.repeat(127)}:${alice.serverName}`,
      ),
  },
  {
    name: 'an-alias-with-a-nul-is-invalid',
    title: 'A canonical alias with a NUL before its colon is refused as invalid',
    rows: ['H9'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ alice, good }) =>
      inBothPlaces(good, `#a\u0000b:${alice.serverName}`, good.replace('#', '#\u0000')),
  },
  {
    name: 'an-alternative-alias-with-bad-syntax-is-invalid',
    title:
      'An alternative alias that is no alias is refused as invalid, good ones beside it or not',
    rows: ['H7', 'H8'],
    refusal: 'M_INVALID_PARAM',
    contents: ({ good }) => [
      { alias: good, alt_aliases: [good, 'no-alias'] },
      { alias: good, alt_aliases: ['no-alias', good] },
      { alt_aliases: ['no-alias'] },
      { alias: good, alt_aliases: [''] },
    ],
  },
  {
    name: 'an-alias-that-is-no-string-is-invalid',
    title: 'A canonical alias that is a number, a boolean, a list or an object is refused',
    rows: ['H10'],
    refusal: malformed,
    contents: ({ good }) =>
      // What counts as false in many languages is no null all the same.
      [1, true, [good], { good }, 0, false, [], {}].map((alias) => ({ alias })),
  },
  {
    name: 'alternatives-that-are-no-list-are-invalid',
    title: 'alt_aliases that are a string, an object or null are refused',
    rows: ['H12'],
    refusal: malformed,
    contents: ({ good }) => [
      ...[good, { 0: good }, {}, null, '', 0, false].map((odd) => ({ alt_aliases: odd })),
      ...[good, null].map((odd) => ({ alias: good, alt_aliases: odd })),
    ],
  },
  {
    name: 'an-alternative-alias-that-is-no-string-is-invalid',
    title: 'An alternative alias that is a number, null, an object or a list is refused',
    rows: ['H13', 'H14'],
    refusal: malformed,
    contents: ({ good }) => [
      ...[1, null, { good }, [good], true, 0].map((odd) => ({ alt_aliases: [good, odd] })),
      ...[null, [good]].map((odd) => ({ alias: good, alt_aliases: [odd, good] })),
    ],
  },
];
