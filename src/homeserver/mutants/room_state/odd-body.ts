import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { asHtml, breakAnswer } from './break-answer.ts';

const encoding = 'a-body-in-another-encoding-is-answered-in-good-order';
const surrogate = 'half-a-surrogate-pair-is-answered-in-good-order';
const levels = 'thousands-of-levels-are-answered-in-good-order';
const huge = 'a-body-of-14-megabytes-is-answered-in-good-order';

function breakBytes({ wire }: Homeserver, isTooMuch: (bytes: Buffer) => boolean): void {
  const { text } = wire;
  wire.text = (bytes) => {
    if (isTooMuch(bytes)) throw new Error('an unforeseen encoding');
    return text(bytes);
  };
}

const bytes: readonly [
  id: string,
  fault: string,
  isTooMuch: (one: Buffer) => boolean,
  seen: string,
][] = [
  ['a-byte-order-mark', 'A byte order mark in UTF-8', (one) => one[0] === 0xef, encoding],
  [
    'a-byte-order-mark-of-utf-16',
    'A byte order mark in UTF-16',
    (one) => one[0] === 0xff,
    encoding,
  ],
  ['little-endian', 'A body in UTF-16, the low byte first', (one) => one[1] === 0, encoding],
  ['big-endian', 'A body in UTF-16, the high byte first', (one) => one[0] === 0, encoding],
  ['a-lone-first-half', 'The first half of a surrogate pair', has('": "\\ud800"'), surrogate],
  ['a-lone-second-half', 'The second half of a surrogate pair', has('\\udc00 '), surrogate],
  [
    'halves-the-wrong-way-round',
    'A surrogate pair the wrong way round',
    has('\\udc00\\ud800'),
    surrogate,
  ],
  ['half-a-pair-in-a-name', 'Half a surrogate pair in a name', has('{"\\ud800"'), surrogate],
  ['1000-lists', 'A body with 1,000 lists in one another', has('['.repeat(1000)), levels],
  ['30000-lists', 'A body with 30,000 lists in one another', has('['.repeat(30_000)), levels],
  ['9000-objects', 'A body with 9,000 objects in one another', has('{"a":'.repeat(9000)), levels],
  [
    'lists-that-never-end',
    'A body with lists that never end',
    (one) => one.at(-1) === 0x5b,
    levels,
  ],
];

function has(text: string): (one: Buffer) => boolean {
  return (one) => one.includes(text);
}

/** Faults in what comes of bodies of which the specification does not say what does. */
export const oddBodyMutants: readonly Mutant[] = [
  ...bytes.map(
    ([id, fault, isTooMuch, scenario]): Mutant => ({
      id: `${id}-breaks-the-homeserver-down`,
      fault: `${fault} is answered with 500.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) => breakBytes(homeserver, isTooMuch),
    }),
  ),
  {
    id: '14-megabytes-break-the-homeserver-down',
    fault: 'A body of 14 megabytes is answered with 500.',
    killedBy: killedBy('room_state', huge),
    mutate: (homeserver) =>
      breakAnswer(homeserver, ({ headers }) => Number(headers['content-length']) > 10_000_000),
  },
  {
    id: 'a-byte-order-mark-gets-a-page',
    fault: 'A body that begins with a byte order mark is refused with a page.',
    killedBy: killedBy('room_state', encoding),
    mutate: (homeserver) =>
      breakAnswer(homeserver, ({ url = '' }, status) => status >= 400 && /mark$/.test(url), asHtml),
  },
  {
    id: 'half-a-pair-gets-a-page',
    fault: 'A body with half a surrogate pair is refused with a page.',
    killedBy: killedBy('room_state', surrogate),
    mutate: (homeserver) =>
      breakAnswer(homeserver, ({ url = '' }, status) => status >= 400 && /half/.test(url), asHtml),
  },
];
