import { slotOf } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeEventKey } from './change-event-key.ts';
import { changePutKey } from './change-put-key.ts';
import { changeSlot } from './change-slot.ts';

const reserved = killedBy('room_state', 'reserved-characters-in-a-state-key-are-data');
const reservedType = killedBy('room_state', 'reserved-characters-in-an-event-type-are-data');
const alias = killedBy('directory', 'an-alias-may-hold-any-text');
const fetched = killedBy('room_state', 'the-event-can-be-fetched-by-its-id');

/** Faults in how a state key comes out of a path. */
export const pathMutants: readonly Mutant[] = [
  {
    id: 'a-plus-is-decoded-as-a-space',
    fault: 'Paths are decoded as forms are: + stands for a space, written %2B as well.',
    killedBy: [
      ...reserved,
      ...killedBy('room_state', 'event-ids-with-a-slash-or-a-plus-find-their-events'),
    ],
    mutate: ({ wire }) => {
      const { decode } = wire;
      wire.decode = (segment) => decode(segment).replaceAll('+', ' ');
    },
  },
  {
    id: 'a-literal-plus-is-a-space',
    fault: 'A + that stands in a path as it is stands for a space, and %2B for a +.',
    killedBy: [
      ...reserved,
      ...killedBy('room_state', 'event-ids-with-a-slash-or-a-plus-find-their-events'),
    ],
    mutate: ({ wire }) => {
      const { decode } = wire;
      wire.decode = (segment) => decode(segment.replaceAll('+', ' '));
    },
  },
  {
    id: 'paths-are-decoded-twice',
    fault: 'Percent-encoding is taken off twice.',
    killedBy: [...reserved, ...reservedType, ...alias],
    mutate: ({ wire }) => {
      const { decode } = wire;
      wire.decode = (segment) => {
        const once = decode(segment);
        return /%[0-9A-Fa-f]{2}/.test(once) ? decode(once) : once;
      };
    },
  },
  {
    id: 'paths-are-split-after-decoding',
    fault:
      'A path is decoded before it is split, so that %2F separates segments, but for redactions.',
    killedBy: [
      ...reserved,
      ...reservedType,
      ...fetched,
      ...alias,
      ...killedBy(
        'room_state',
        'an-encoded-slash-is-a-key-of-its-own',
        'the-event-shows-in-the-full-state',
        'the-event-shows-in-sync',
      ),
      ...killedBy(
        'room_state',
        'an-encoded-slash-at-the-end-of-a-type-is-data',
        'event-ids-with-a-slash-or-a-plus-find-their-events',
      ),
    ],
    mutate: ({ wire }) => {
      // Whether an event id of version 3 holds a slash is up to chance.
      wire.segments = (path) =>
        (path.includes('/redact/') ? path : path.replace(/%2F/gi, '/')).split('/');
    },
  },
  {
    id: 'dot-segments-are-resolved',
    fault: 'Encoded dot segments are resolved as a file system does.',
    killedBy: killedBy('room_state', 'a-state-key-of-dots-leads-nowhere'),
    mutate: ({ wire }) => {
      wire.segments = (path) => {
        const segments: string[] = [];
        for (const segment of path.split('/')) {
          if (/^(?:\.|%2E){2}$/i.test(segment)) segments.pop();
          else segments.push(segment);
        }
        return segments;
      };
    },
  },
  {
    id: 'keys-are-trimmed',
    fault: 'Spaces around a key are dropped.',
    killedBy: reserved,
    mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type, key.trim())),
  },
  {
    id: 'a-slash-at-the-end-of-a-key-is-lost',
    fault: 'An encoded slash at the end of a key is dropped, unless it is the whole key.',
    killedBy: reserved,
    mutate: (homeserver) =>
      changeSlot(homeserver, (type, key) => slotOf(type, key.replace(/(?<=.)\/$/, ''))),
  },
  {
    id: 'put-cuts-the-key-at-a-question-mark',
    fault: 'What follows an encoded ? in the key is taken for the query.',
    killedBy: reserved,
    mutate: (homeserver) => changePutKey(homeserver, (key) => key.replace(/\?.*/, '')),
  },
  {
    id: 'put-cuts-the-key-at-a-hash',
    fault: 'What follows an encoded # in the key is taken for the fragment.',
    killedBy: reserved,
    mutate: (homeserver) => changePutKey(homeserver, (key) => key.replace(/#.*/, '')),
  },
  {
    id: 'put-cuts-the-key-at-a-semicolon',
    fault: 'What follows an encoded ; in the key is taken for path parameters.',
    killedBy: reserved,
    mutate: (homeserver) => changePutKey(homeserver, (key) => key.replace(/;.*/, '')),
  },
  {
    id: 'put-strips-quotation-marks',
    fault: 'Quotation marks in the key are dropped.',
    killedBy: reserved,
    mutate: (homeserver) => changePutKey(homeserver, (key) => key.replaceAll('"', '')),
  },
  {
    id: 'put-knows-the-basic-plane-only',
    fault: 'Characters beyond U+FFFF in the key are replaced.',
    killedBy: [...reserved, ...killedBy('room_state', 'a-state-key-over-255-bytes-is-refused')],
    mutate: (homeserver) =>
      changePutKey(homeserver, (key) => key.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd')),
  },
  {
    id: 'events-show-an-encoded-key',
    fault: 'An event that is fetched by its id has its key percent-encoded.',
    killedBy: [...reserved, ...fetched],
    mutate: (homeserver) => changeEventKey(homeserver, encodeURIComponent),
  },
];
