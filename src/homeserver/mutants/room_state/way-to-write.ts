import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const written = killedBy('room_state', 'json-is-read-however-it-is-written');

const misread: readonly [id: string, fault: string, pattern: RegExp, instead: string][] = [
  ['a-solidus-keeps-its-escape', 'The escape of a solidus is kept.', /\\\//g, '\\\\/'],
  ['a-backspace-is-dropped', 'The escape of a backspace is dropped.', /\\b\\f/g, '\\f'],
  ['a-form-feed-is-dropped', 'The escape of a form feed is dropped.', /\\f/g, ''],
  ['a-return-is-a-line-break', 'The escape of a return is that of a line break.', /\\r/g, '\\n'],
  ['unicode-escapes-are-kept', 'An escape with u is kept as it is.', /\\u0041/g, '\\\\u0041'],
  [
    'pairs-of-surrogates-are-replaced',
    'A pair of escaped surrogates is replaced.',
    /\\ud83e\\udd8A/g,
    '\\ufffd',
  ],
  [
    'escaped-names-are-other-names',
    'Escapes in a name are kept.',
    /"t\\u0065xt"/g,
    '"t\\\\u0065xt"',
  ],
  [
    'the-name-proto-is-dropped',
    'A member with the name __proto__ is dropped.',
    /"__proto__": "text", /g,
    '',
  ],
  [
    'the-name-constructor-is-dropped',
    'A member with the name constructor is dropped.',
    /, "constructor": "text"/g,
    '',
  ],
  [
    'names-of-digits-are-dropped',
    'Members with a name of digits are dropped.',
    /"(?:10|9)": "\w+",?/g,
    '',
  ],
];

/** Refuses a text as if it were not JSON. */
function refuseText({ wire }: Homeserver, pattern: RegExp): void {
  const { parse } = wire;
  wire.parse = (text, type) => {
    if (pattern.test(text)) throw new MatrixError(400, 'M_NOT_JSON', 'It cannot be read');
    return parse(text, type);
  };
}

/** Faults in how a body is read that may be written in many ways. */
export const wayToWriteMutants: readonly Mutant[] = [
  ...misread.map(
    ([id, fault, pattern, instead]): Mutant => ({
      id,
      fault,
      killedBy: written,
      mutate: ({ wire }) => {
        const { parse } = wire;
        wire.parse = (text, type) => parse(text.replace(pattern, instead), type);
      },
    }),
  ),
  ...(
    [
      ['white-space-first', 'White space before a body', /^\s/],
      ['white-space-last', 'White space after a body', /\s$/],
      ['tabs', 'A tab between the tokens of a body', /,\t/],
      ['space-before-a-colon', 'White space before a colon', /" :/],
      ['no-white-space', 'A body without any white space', /^\{"text":\[1\],"a"/],
    ] as const
  ).map(
    ([id, what, pattern]): Mutant => ({
      id: `${id}-is-not-json`,
      fault: `${what} is refused as if it were not JSON.`,
      killedBy: written,
      mutate: (homeserver) => refuseText(homeserver, pattern),
    }),
  ),
];
