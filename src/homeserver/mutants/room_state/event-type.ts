import type { Homeserver } from '../../homeserver.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { changeCall } from '../change-call.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSlot } from './change-slot.ts';

const reserved = killedBy('room_state', 'reserved-characters-in-an-event-type-are-data');
const cased = killedBy('room_state', 'event-types-are-case-sensitive');
const known = killedBy('room_state', 'events-are-not-limited-to-known-types');

/** Has PUT, and not GET, misread a custom type. */
function changePutType(homeserver: Homeserver, change: (type: string) => string): void {
  changeCall(homeserver, 'setRoomStateWithKey', ({ params }) => {
    const { eventType = '' } = params;
    return isCustom(eventType) ? { params: { ...params, eventType: change(eventType) } } : {};
  });
}

const readings: readonly [
  id: string,
  fault: string,
  change: (type: string) => string,
  ...besides: string[],
][] = [
  [
    'cuts-the-type-at-a-slash',
    'What follows an encoded / in the type is dropped.',
    (type) => type.replace(/\/.*/, ''),
    'an-encoded-slash-at-the-end-of-a-type-is-data',
  ],
  [
    'cuts-the-type-at-a-question-mark',
    'What follows an encoded ? in the type is taken for the query.',
    (type) => type.replace(/\?.*/, ''),
  ],
  [
    'cuts-the-type-at-a-hash',
    'What follows an encoded # in the type is taken for the fragment.',
    (type) => type.replace(/#.*/, ''),
  ],
  ['drops-spaces-in-the-type', 'Spaces in the type are dropped.', (type) => type.replace(/ /g, '')],
  [
    'decodes-the-type-twice',
    'Percent-encoding is taken off the type twice.',
    (type) => type.replaceAll('%2F', '/'),
  ],
  [
    'replaces-emoji-in-the-type',
    'Characters beyond U+FFFF in the type are replaced.',
    (type) => type.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd'),
    'an-event-type-over-255-bytes-is-refused',
  ],
];

/** Faults in which event types are one, and in how a type comes out of a path. */
export const eventTypeMutants: readonly Mutant[] = [
  {
    id: 'types-are-lower-cased',
    fault: 'Types are compared without their case.',
    killedBy: cased,
    mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type.toLowerCase(), key)),
  },
  {
    id: 'types-are-kept-in-lower-case',
    fault: 'PUT keeps types in lower case, and GET looks them up as they are.',
    killedBy: [...cased, ...reserved, ...known],
    mutate: (homeserver) => changePutType(homeserver, (type) => type.toLowerCase()),
  },
  ...readings.map(
    ([id, fault, change, ...besides]): Mutant => ({
      id: `put-${id}`,
      fault,
      killedBy: [...reserved, ...killedBy('room_state', ...besides)],
      mutate: (homeserver) => changePutType(homeserver, change),
    }),
  ),
];
