import { slotOf } from '../../rooms/room-state.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeEventKey } from './change-event-key.ts';
import { changePutKey } from './change-put-key.ts';
import { changeSlot } from './change-slot.ts';

const cased = killedBy('room_state', 'state-keys-are-case-sensitive');
const reserved = killedBy('room_state', 'reserved-characters-in-a-state-key-are-data');
const own = killedBy('room_state', 'a-user-id-of-ones-own-may-be-the-state-key');

/** Faults in how a state key comes out of a path. */
export const stateKeyMutants: readonly Mutant[] = [
  {
    id: 'state-keys-are-lower-cased',
    fault: 'State keys are compared without their case.',
    killedBy: cased,
    mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type, key.toLowerCase())),
  },
  {
    id: 'state-keys-are-normalised',
    fault: 'State keys are compared in the normal form NFC.',
    killedBy: cased,
    mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type, key.normalize())),
  },
  {
    id: 'state-keys-lose-their-accents',
    fault: 'State keys are compared as a database with the collation utf8_general_ci does.',
    killedBy: cased,
    mutate: (homeserver) =>
      changeSlot(homeserver, (type, key) =>
        slotOf(type, key.normalize('NFD').replace(/\p{Mn}/gu, '')),
      ),
  },
  {
    id: 'a-plus-is-decoded-as-a-space',
    fault: 'Paths are decoded as forms are: + stands for a space, written %2B as well.',
    killedBy: reserved,
    mutate: ({ wire }) => {
      const { decode } = wire;
      wire.decode = (segment) => decode(segment).replaceAll('+', ' ');
    },
  },
  {
    id: 'paths-are-decoded-twice',
    fault: 'Percent-encoding is taken off twice.',
    killedBy: reserved,
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
    fault: 'A path is decoded before it is split, so that %2F separates segments.',
    killedBy: [...reserved, ...killedBy('room_state', 'an-encoded-slash-is-a-key-of-its-own')],
    mutate: ({ wire }) => {
      wire.segments = (path) => path.replace(/%2F/gi, '/').split('/');
    },
  },
  {
    id: 'dot-segments-are-resolved',
    fault: 'Encoded dot segments are resolved as a file system does.',
    killedBy: reserved,
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
    killedBy: reserved,
    mutate: (homeserver) =>
      changePutKey(homeserver, (key) => key.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd')),
  },
  {
    id: 'events-show-an-encoded-key',
    fault: 'The events that clients see have the key percent-encoded.',
    killedBy: reserved,
    mutate: (homeserver) => changeEventKey(homeserver, encodeURIComponent),
  },
  {
    id: 'an-entry-of-a-user-id-cannot-be-read',
    fault: 'GET takes a user id for a key that nobody has set.',
    killedBy: own,
    mutate: ({ state }) => {
      const { read } = state;
      state.read = (from, type, key) =>
        key.startsWith('@') && isCustom(type) ? undefined : read(from, type, key);
    },
  },
  {
    id: 'an-own-user-id-takes-power',
    fault: 'Only who may ban may use a user id, their own, as the key.',
    killedBy: own,
    mutate: ({ rules }) => {
      const { stateKeyIsOwn } = rules;
      rules.stateKeyIsOwn = (event, room) =>
        event.stateKey?.startsWith('@') && room.events[0]?.sender !== event.sender
          ? 'only the creator may use user ids'
          : stateKeyIsOwn(event, room);
    },
  },
  {
    id: 'user-ids-are-refused-as-keys',
    fault: 'No user id, not even the own one, may be the key.',
    killedBy: [
      ...own,
      ...killedBy('room_state', 'the-user-id-of-another-may-not-be-the-state-key'),
    ],
    mutate: ({ rules }) => {
      rules.stateKeyIsOwn = (event) =>
        event.stateKey?.startsWith('@') ? 'user ids are reserved' : undefined;
    },
  },
];
