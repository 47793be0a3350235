import { slotOf } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSlot } from './change-slot.ts';

const cased = killedBy('room_state', 'state-keys-are-case-sensitive');
const casedTypes = killedBy('room_state', 'event-types-are-case-sensitive');
const reserved = killedBy('room_state', 'reserved-characters-in-a-state-key-are-data');

/** What else a comparison may overlook, of keys and of types. */
const overlooked: readonly [id: string, fault: string, fold: (text: string) => string][] = [
  [
    'are-folded',
    'as words are, whose case does not count',
    (text) => text.toUpperCase().toLowerCase(),
  ],
  ['are-compared-by-look', 'in the normal form NFKC', (text) => text.normalize('NFKC')],
  ['are-trimmed', 'without white space around them', (text) => text.trim()],
  ['lose-what-has-no-width', 'without spaces of no width', (text) => text.replace(/\u200b/g, '')],
  ['have-one-sigma', 'with every sigma as the same', (text) => text.replace(/\u03c2/g, '\u03c3')],
];

/** Faults in which state keys are one. */
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
  ...overlooked.flatMap(([id, fault, fold]): readonly Mutant[] => [
    {
      id: `state-keys-${id}`,
      fault: `State keys are compared ${fault}.`,
      killedBy: id === 'are-trimmed' ? [...cased, ...reserved] : cased,
      mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type, fold(key))),
    },
    {
      id: `types-${id}`,
      fault: `Event types are compared ${fault}.`,
      killedBy: casedTypes,
      mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(fold(type), key)),
    },
  ]),
];
