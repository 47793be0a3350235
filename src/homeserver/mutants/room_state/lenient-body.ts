import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { rewriteText } from './rewrite-text.ts';

const more = 'a-body-with-more-than-json-is-refused';
const escapes = 'a-body-with-what-json-has-to-escape-is-refused';

/** What lenient parsers take, and how it has to be rewritten to be JSON. */
const lenient: readonly (readonly [
  id: string,
  fault: string,
  change: (text: string) => string,
  scenario?: string,
])[] = [
  [
    'commas-may-end-an-object',
    'A comma may stand before a brace.',
    (text) => text.replace(/,\}$/, '}'),
  ],
  [
    'commas-may-end-a-list',
    'A comma may stand before a bracket.',
    (text) => text.replace(/,\]/, ']'),
  ],
  [
    'line-comments-are-taken',
    'Comments may end a line.',
    (text) => text.replace(/ \/\/ one$/, ''),
    more,
  ],
  [
    'comments-are-taken',
    'Comments may stand before a value.',
    (text) => text.replace(/^\/\* one \*\//, ''),
    more,
  ],
  [
    'a-second-object-is-ignored',
    'A second object may follow.',
    (text) => text.replace(/\}\{.*$/, '}'),
    more,
  ],
  [
    'a-brace-too-many-is-ignored',
    'A brace too many may follow.',
    (text) => text.replace(/^(\{"brace".*\})\}$/, '$1'),
    more,
  ],
  [
    'names-need-no-quotes',
    'Names may stand without quotes.',
    (text) => text.replace(/^\{name:/, '{"name":'),
  ],
  [
    'words-of-python-are-taken',
    'True may be written as in Python.',
    (text) => text.replace(': True}', ': true}'),
  ],
  [
    'undefined-is-null',
    'The word undefined is taken for null.',
    (text) => text.replace(': undefined}', ': null}'),
  ],
  [
    'colons-may-be-missing',
    'A colon may be missing.',
    (text) => text.replace('"comma" "', '"comma": "'),
  ],
  [
    'commas-may-be-missing',
    'A comma may be missing.',
    (text) => text.replace('" "between"', '", "between"'),
  ],
  [
    'escapes-of-bytes-are-taken',
    'Strings may hold escapes of bytes.',
    (text) => text.replace('\\x41', 'A'),
    escapes,
  ],
  [
    'short-escapes-are-taken',
    'Escapes may have two digits.',
    (text) => text.replace('\\u00"', '\\u0000"'),
    escapes,
  ],
  [
    'quotes-may-be-escaped',
    'Single quotes may be escaped.',
    (text) => text.replace("\\'", "'"),
    escapes,
  ],
  [
    'tabs-need-no-escape',
    'Strings may hold tabs.',
    (text) => text.replace(/(?<="raw": "a)\t/, '\\t'),
    escapes,
  ],
  [
    'line-breaks-need-no-escape',
    'Strings may hold line breaks.',
    (text) => text.replace(/(?<="raw": "a)\n/, '\\n'),
    escapes,
  ],
  [
    'control-characters-need-no-escape',
    'Strings may hold control characters.',
    (text) => text.replace(/(?<="raw": "a)[\0\u0001\u001f]/, '\\u0001'),
    escapes,
  ],
  [
    'names-may-hold-line-breaks',
    'Names may hold line breaks.',
    (text) => text.replace('"raw\n"', '"raw"'),
    escapes,
  ],
  [
    'what-is-cut-off-is-closed',
    'An object that is cut off is closed.',
    (text) => text.replace(/\{"cut": "off"\}$/, '{"cut": "off"}}'),
  ],
  [
    'what-precedes-an-object-is-ignored',
    'What precedes an object is ignored.',
    (text) => text.replace(/^and /, ''),
    more,
  ],
  [
    'a-comma-may-follow',
    'A comma may follow an object.',
    (text) => text.replace(/\},$/, '}'),
    more,
  ],
  ['a-nul-may-follow', 'A NUL may follow an object.', (text) => text.replace(/\}\0$/, '}'), more],
  [
    'any-white-space-is-taken',
    'Form feeds and spaces that do not break are white space.',
    (text) => text.replace(/:[\f\u00a0]1/, ': 1'),
    escapes,
  ],
];

/** Faults of a parser that takes more than JSON. */
export const lenientBodyMutants: readonly Mutant[] = lenient.map(
  ([id, fault, change, scenario = 'a-body-that-is-not-json-is-refused']): Mutant => ({
    id,
    fault,
    killedBy: killedBy('room_state', scenario),
    mutate: (homeserver) => rewriteText(homeserver, change),
  }),
);
