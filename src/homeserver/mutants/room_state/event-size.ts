import { canonicalJson } from '../../events/canonical-json.ts';
import { largestEvent, type Pdu } from '../../events/event-id.ts';
import type { JsonObject } from '../../events/json.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { measureEvents } from './measure-events.ts';

const large = killedBy('room_state', 'an-event-over-65536-bytes-is-refused');
const nearly = killedBy('room_state', 'an-event-may-have-nearly-64-kib');

const bytes = (content: JsonObject) => Buffer.byteLength(canonicalJson(content));

type Measure = readonly [
  id: string,
  fault: string,
  sizeOf: (pdu: Pdu, size: number) => number,
  seen: readonly string[],
];

const measures: readonly Measure[] = [
  ['have-no-limit', 'Events may have any size.', () => 0, large],
  [
    'are-measured-by-their-content',
    'Only the content of an event counts.',
    ({ content }) => bytes(content),
    large,
  ],
  [
    'are-measured-in-characters',
    'The size of an event is that in characters.',
    (pdu) => canonicalJson(pdu).length,
    large,
  ],
  ['may-have-128-kib', 'Events may have 128 KiB.', (_, size) => size / 2, large],
  [
    'beyond-100-kib-have-no-limit',
    'Events of more than 100 KiB are not measured.',
    (_, size) => (size > 100_000 ? 0 : size),
    large,
  ],
  [
    'of-many-members-have-no-limit',
    'Only the longest text of an event counts.',
    ({ content }, size) => (Object.keys(content).length > 99 ? 0 : size),
    large,
  ],
  ['may-have-32-kib', 'Events may have 32 KiB only.', (_, size) => size * 2, nearly],
  [
    'are-measured-in-utf-16',
    'Every character of an event counts twice.',
    (pdu) => canonicalJson(pdu).length * 2,
    [...nearly, ...large],
  ],
  [
    'are-measured-as-ascii',
    'The size of an event is that of its JSON in ASCII.',
    (pdu, size) => size + canonicalJson(pdu).replace(/[\0-\x7f]/g, '').length * 3,
    nearly,
  ],
  [
    'may-have-1000-members',
    'Events of more than 1,000 members are refused.',
    ({ content }, size) => (Object.keys(content).length > 1000 ? largestEvent + 1 : size),
    nearly,
  ],
  [
    'may-have-lists-of-10000',
    'Events with a list of more than 10,000 are refused.',
    ({ content: { list } }, size) =>
      Array.isArray(list) && list.length > 10_000 ? largestEvent + 1 : size,
    nearly,
  ],
];

/** Faults in how large an event may be. */
export const eventSizeMutants: readonly Mutant[] = [
  ...measures.map(
    ([id, fault, sizeOf, seen]): Mutant => ({
      id: `events-${id}`,
      fault,
      killedBy: seen,
      mutate: (homeserver) => measureEvents(homeserver, sizeOf),
    }),
  ),
];
