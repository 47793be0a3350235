import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { skipAliases } from '../skip-aliases.ts';
import { aliasSyntaxScenarios } from './alias-syntax.ts';
import { isElsewhere } from './is-elsewhere.ts';
import { isMissing } from './is-missing.ts';

const oneBad = killedBy('room_state', 'one-bad-alias-among-the-alternatives-is-bad');
const foreignAlternative = killedBy('room_state', 'an-alternative-alias-of-another-room-is-bad');
const alone = killedBy('room_state', 'bad-alternatives-without-an-alias-are-bad');
const syntax = killedBy('room_state', 'an-alternative-alias-with-bad-syntax-is-invalid');

/** Faults in what the alternative aliases have to point to. */
export const badAlternativeMutants: readonly Mutant[] = [
  {
    id: 'a-missing-alternative-is-taken',
    fault: 'Beside a canonical alias, alternatives that are not in the directory are accepted.',
    killedBy: oneBad,
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        alternative: (alias, { alias: main }) =>
          typeof main === 'string' && isMissing(homeserver, alias),
      }),
  },
  {
    id: 'only-the-first-alternative-is-checked',
    fault: 'Of the alternatives, the first alone is checked.',
    killedBy: [...oneBad, ...foreignAlternative, ...alone, ...syntax],
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        alternative: (alias, { alt_aliases: list }) =>
          Array.isArray(list) && list.indexOf(alias) > 0,
      }),
  },
  {
    id: 'only-the-last-alternative-is-checked',
    fault: 'Of the alternatives, the last alone is checked.',
    killedBy: [...oneBad, ...foreignAlternative, ...alone, ...syntax],
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        alternative: (alias, { alt_aliases: list }) =>
          Array.isArray(list) && list.indexOf(alias) < list.length - 1,
      }),
  },
  {
    id: 'an-alternative-of-another-room-is-taken',
    fault: 'Beside a canonical alias, an alternative may point to any room.',
    killedBy: foreignAlternative,
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        alternative: (alias, { alias: main }, room) =>
          main !== undefined && isElsewhere(homeserver, alias, room),
      }),
  },
  {
    id: 'an-alternative-of-another-room-is-taken-alone',
    fault: 'Without a canonical alias, an alternative may point to any room.',
    killedBy: alone,
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        alternative: (alias, { alias: main }, room) =>
          main === undefined && isElsewhere(homeserver, alias, room),
      }),
  },
  {
    id: 'a-missing-alternative-is-taken-alone',
    fault: 'Without a canonical alias, alternatives that are not in the directory are accepted.',
    killedBy: alone,
    mutate: (homeserver) =>
      skipAliases(homeserver, {
        alternative: (alias, { alias: main }) => main === undefined && isMissing(homeserver, alias),
      }),
  },
  {
    id: 'alternatives-are-not-checked',
    fault: 'Only the canonical alias is checked, and no alternative.',
    killedBy: [
      ...oneBad,
      ...foreignAlternative,
      ...alone,
      ...syntax,
      ...killedBy('room_state', 'an-alternative-alias-that-is-no-string-is-invalid'),
      ...aliasSyntaxScenarios,
    ],
    mutate: (homeserver) =>
      skipAliases(homeserver, { alternative: () => true, oddAlternative: () => true }),
  },
  {
    id: 'alternatives-without-an-alias-are-not-checked',
    fault: 'Where there is no canonical alias, the alternatives are not checked.',
    killedBy: [...alone, ...syntax],
    mutate: (homeserver) =>
      skipAliases(homeserver, { alternative: (_, { alias: main }) => main === undefined }),
  },
];
