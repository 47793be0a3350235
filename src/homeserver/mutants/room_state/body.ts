import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { revalue } from './revalue.ts';
import { rewriteText } from './rewrite-text.ts';

const notJson = killedBy('room_state', 'a-body-that-is-not-json-is-refused');
const more = killedBy('room_state', 'a-body-with-more-than-json-is-refused');
const notUtf8 = killedBy('room_state', 'a-body-that-is-not-utf-8-is-refused');
const empty = killedBy('room_state', 'an-empty-body-is-refused');
const noObject = killedBy('room_state', 'a-body-that-is-no-object-is-refused');
const isNull = killedBy('room_state', 'a-body-of-null-is-refused');

/** Refuses bodies that cannot be parsed with another code. */
function blame({ wire }: Homeserver, errcode: (text: string) => string): void {
  const { parse } = wire;
  wire.parse = (text, type) => {
    try {
      return parse(text, type);
    } catch {
      throw new MatrixError(400, errcode(text), 'The body cannot be parsed');
    }
  };
}

function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== 'object';
}

/** Faults in how a body is read. */
export const bodyMutants: readonly Mutant[] = [
  {
    id: 'what-follows-the-json-is-ignored',
    fault: 'A body is read up to the end of its first object.',
    killedBy: more,
    mutate: (homeserver) => rewriteText(homeserver, (text) => text.replace(/\} and more$/, '}')),
  },
  {
    id: 'single-quotes-are-taken',
    fault: 'Strings may stand in single quotes.',
    killedBy: notJson,
    mutate: (homeserver) =>
      rewriteText(homeserver, (text) => (text.startsWith("{'") ? text.replaceAll("'", '"') : text)),
  },
  {
    id: 'bytes-that-are-no-utf-8-are-replaced',
    fault: 'Bytes that are no UTF-8 are replaced instead of refused.',
    killedBy: notUtf8,
    mutate: ({ wire }) => {
      wire.text = (bytes) => bytes.toString('utf8');
    },
  },
  ...(
    [
      ['halves-of-pairs', 'Halves of surrogate pairs', 'eda080'],
      ['overlong-bytes', 'Characters in more bytes than they need', 'c0af'],
      ['latin-1', 'Letters of Latin-1', 'e9'],
    ] as const
  ).map(
    ([id, what, bad]): Mutant => ({
      id: `${id}-are-taken-for-utf-8`,
      fault: `${what} are taken for UTF-8.`,
      killedBy: notUtf8,
      mutate: ({ wire }) => {
        const { text } = wire;
        wire.text = (bytes) => text(Buffer.from(bytes.toString('hex').replace(bad, '58'), 'hex'));
      },
    }),
  ),
  {
    id: 'what-looks-like-a-form-is-taken',
    fault: 'A body that looks like a form is read as one.',
    killedBy: notJson,
    mutate: (homeserver) =>
      rewriteText(homeserver, (text) => text.replace(/^(\w+)=(\w*)$/, '{"$1":"$2"}')),
  },
  {
    id: 'what-is-not-json-is-bad-json',
    fault: 'A body that is not JSON is refused with M_BAD_JSON.',
    killedBy: [
      ...notJson,
      ...more,
      ...killedBy('room_state', 'a-body-with-what-json-has-to-escape-is-refused'),
      ...killedBy('room_state', 'what-is-no-number-is-not-json'),
    ],
    mutate: (homeserver) => blame(homeserver, (text) => (text ? 'M_BAD_JSON' : 'M_NOT_JSON')),
  },
  {
    id: 'an-empty-body-is-an-empty-object',
    fault: 'No body at all is taken for {}.',
    killedBy: empty,
    mutate: (homeserver) => rewriteText(homeserver, (text) => text || '{}'),
  },
  {
    id: 'an-empty-body-is-bad-json',
    fault: 'No body at all is refused with M_BAD_JSON.',
    killedBy: empty,
    mutate: (homeserver) => blame(homeserver, (text) => (text ? 'M_NOT_JSON' : 'M_BAD_JSON')),
  },
  {
    id: 'an-array-is-an-object',
    fault: 'An array is taken for an object.',
    killedBy: noObject,
    mutate: (homeserver) =>
      revalue(homeserver, (value) => (Array.isArray(value) ? { ...value } : value)),
  },
  {
    id: 'a-scalar-is-an-object',
    fault: 'A number, a string or a truth value is taken for an object without members.',
    killedBy: noObject,
    mutate: (homeserver) => revalue(homeserver, (value) => (isScalar(value) ? {} : value)),
  },
  {
    id: 'what-is-no-object-is-not-json',
    fault: 'A JSON value that is no object is refused with M_NOT_JSON.',
    killedBy: noObject,
    mutate: (homeserver) =>
      revalue(homeserver, (value) => {
        if (isObject(value) || value === null) return value;
        throw new MatrixError(400, 'M_NOT_JSON', 'The body is not an object');
      }),
  },
  {
    id: 'null-is-an-empty-object',
    fault: 'Null is taken for {}.',
    killedBy: isNull,
    mutate: (homeserver) => revalue(homeserver, (value) => value ?? {}),
  },
  {
    id: 'null-is-not-json',
    fault: 'Null is refused with M_NOT_JSON.',
    killedBy: isNull,
    mutate: (homeserver) =>
      revalue(homeserver, (value) => {
        if (value !== null) return value;
        throw new MatrixError(400, 'M_NOT_JSON', 'There is nothing in the body');
      }),
  },
];
