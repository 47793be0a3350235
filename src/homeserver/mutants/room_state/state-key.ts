import { slotOf } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSlot } from './change-slot.ts';

const cased = killedBy('room_state', 'state-keys-are-case-sensitive');

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
];
