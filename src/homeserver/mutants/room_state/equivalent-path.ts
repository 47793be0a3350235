import type { Homeserver } from '../../homeserver.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSlot } from './change-slot.ts';

const literal = killedBy('room_state', 'what-a-path-may-hold-as-it-is-needs-no-encoding');
const escaped = killedBy('room_state', 'an-escape-that-was-not-needed-is-decoded');
const slash = killedBy('room_state', 'an-encoded-slash-at-the-end-of-a-type-is-data');

/** Rewrites the path of a state entry before it is split. */
function rewritePath({ wire }: Homeserver, change: (path: string) => string): void {
  const { segments } = wire;
  wire.segments = (path) => segments(path.includes('/state/') ? change(path) : path);
}

/** Leaves some escapes as they are. */
function keepEscapes({ wire }: Homeserver, isKept: (one: string, segment: string) => boolean) {
  const { decode } = wire;
  wire.decode = (segment) =>
    decode(
      segment.replace(/%[0-9A-Fa-f]{2}/g, (one) =>
        isKept(one, segment) ? `%25${one.slice(1)}` : one,
      ),
    );
}

const isLetter = (one: string) => /[\w.~-]/.test(String.fromCharCode(Number(`0x${one.slice(1)}`)));

/** Faults in what of a path is the same. */
export const equivalentPathMutants: readonly Mutant[] = [
  ...['!', ':', '@', '$'].map(
    (character): Mutant => ({
      id: `a-path-with-${{ '!': 'a-mark', ':': 'a-colon', '@': 'an-at', $: 'a-dollar' }[character]}-is-unknown`,
      fault: `A path in which ${character} stands as it is, is not found.`,
      killedBy: literal,
      mutate: ({ wire }) => {
        const { segments } = wire;
        wire.segments = (path) => {
          if (path.includes('/state/') && path.includes(character)) throw wire.unknownPath(path);
          return segments(path);
        };
      },
    }),
  ),
  {
    id: 'what-follows-a-colon-is-cut',
    fault: 'A state key ends at a : that stands in the path as it is.',
    killedBy: literal,
    mutate: (homeserver) =>
      rewritePath(homeserver, (path) => path.replace(/(\/state\/[^/]+\/[^/:]+):.*/, '$1')),
  },
  {
    id: 'what-precedes-an-at-is-cut',
    fault: 'What precedes an @ in a state key is taken for user information and dropped.',
    killedBy: literal,
    mutate: (homeserver) =>
      rewritePath(homeserver, (path) => path.replace(/(\/state\/[^/]+\/)[^/@]+@/, '$1@')),
  },
  {
    id: 'escapes-in-lower-case-are-kept',
    fault: 'An escape whose hexadecimal is in lower case is not decoded.',
    killedBy: escaped,
    mutate: (homeserver) => keepEscapes(homeserver, (one) => /[a-f]/.test(one)),
  },
  ...(
    [
      ['key', (segment: string) => !/^(?:org|!|%21)/.test(segment)],
      ['type', (segment: string) => segment.startsWith('org')],
      ['room-id', (segment: string) => /^(?:!|%21)/.test(segment)],
    ] as const
  ).map(
    ([place, isPlace]): Mutant => ({
      id: `escapes-of-letters-are-kept-in-a-${place}`,
      fault: `An escape that was not needed is not decoded in a ${place.replace('-', ' ')}.`,
      killedBy: escaped,
      mutate: (homeserver) =>
        keepEscapes(homeserver, (one, segment) => isLetter(one) && isPlace(segment)),
    }),
  ),
  {
    id: 'a-slash-at-the-end-of-a-type-is-lost',
    fault: 'An encoded slash at the end of a type is dropped.',
    killedBy: slash,
    mutate: (homeserver) =>
      changeSlot(homeserver, (type, key) => slotOf(type.replace(/\/$/, ''), key)),
  },
  {
    id: 'a-slash-at-the-end-of-a-path-is-lost',
    fault: 'An encoded slash at the end of a path without a key is taken for that of the key.',
    killedBy: slash,
    mutate: (homeserver) =>
      rewritePath(homeserver, (path) => path.replace(/(\/state\/[^/]+)%2F$/, '$1')),
  },
  {
    id: 'a-path-that-ends-in-a-slash-is-unknown',
    fault: 'A path without a key whose type ends in an encoded slash is not found.',
    killedBy: slash,
    mutate: ({ wire }) => {
      const { segments } = wire;
      wire.segments = (path) => {
        if (/\/state\/[^/]+%2F$/.test(path)) throw wire.unknownPath(path);
        return segments(path);
      };
    },
  },
  {
    id: 'a-type-that-ends-in-a-slash-has-a-key-of-it',
    fault: 'A slash at the end of a type, encoded or not, is the beginning of a key.',
    killedBy: slash,
    mutate: (homeserver) =>
      changeSlot(homeserver, (type, key) =>
        type.endsWith('/') ? slotOf(type.slice(0, -1), key) : slotOf(type, key),
      ),
  },
];
