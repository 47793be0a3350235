import { slotOf } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changePutKey } from './change-put-key.ts';
import { changeSlot } from './change-slot.ts';

const reserved = killedBy('room_state', 'reserved-characters-in-a-state-key-are-data');

const dropped: readonly [id: string, fault: string, pattern: RegExp][] = [
  ['percent-signs', 'Percent signs between letters', /(?<=a)%(?=b)/g],
  ['what-follows-an-ampersand', 'An & and what follows', /&.*/],
  ['backslashes', 'Backslashes', /\\/g],
  ['apostrophes', 'Apostrophes', /'/g],
  ['pipes', 'Vertical bars', /\|/g],
  ['braces', 'Braces', /[{}]/g],
  ['brackets', 'Brackets', /[[\]]/g],
  ['accents', 'Circumflexes and grave accents', /[\^`]/g],
  ['marks-of-direction', 'Marks of the direction of text', /\u200f/g],
];

/** Faults in single characters of a key. */
export const keyCharacterMutants: readonly Mutant[] = [
  ...dropped.map(
    ([id, fault, pattern]): Mutant => ({
      id: `put-drops-${id}`,
      fault: `${fault} in a key are dropped by PUT.`,
      killedBy: reserved,
      mutate: (homeserver) => changePutKey(homeserver, (key) => key.replace(pattern, '')),
    }),
  ),
  {
    id: 'marks-of-direction-do-not-count',
    fault: 'Keys are compared without marks of the direction of text.',
    killedBy: reserved,
    mutate: (homeserver) =>
      changeSlot(homeserver, (type, key) => slotOf(type, key.replace(/[\u200e\u200f]/g, ''))),
  },
  {
    id: 'a-key-of-one-dot-is-the-empty-key',
    fault: 'The key of one dot is taken for the folder that it stands in: no key.',
    killedBy: killedBy('room_state', 'a-state-key-of-dots-leads-nowhere'),
    mutate: (homeserver) => changePutKey(homeserver, (key) => (key === '.' ? '' : key)),
  },
];
