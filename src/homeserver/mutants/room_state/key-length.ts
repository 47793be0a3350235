import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSlot } from './change-slot.ts';

const long = killedBy('room_state', 'a-state-key-may-have-255-bytes');

/** Refuses keys that a measure finds too long. */
function refuseLonger({ checks }: Homeserver, length: (key: string) => number, most: number): void {
  const { size } = checks;
  checks.size = (draft) => {
    if (length(draft.stateKey ?? '') > most) {
      throw new MatrixError(413, 'M_TOO_LARGE', 'The state key is too long');
    }
    size(draft);
  };
}

/** Faults in how long a state key may be. */
export const keyLengthMutants: readonly Mutant[] = [
  {
    id: 'keys-are-cut-at-64',
    fault: 'Keys are compared by their first 64 characters.',
    killedBy: long,
    mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type, key.slice(0, 64))),
  },
  {
    id: 'keys-are-cut-at-the-column',
    fault: 'Keys are compared by their first 252 bytes, as a column of that width holds them.',
    killedBy: long,
    mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type, key.slice(0, 252))),
  },
  {
    id: 'a-key-of-255-bytes-is-too-long',
    fault: 'The limit of 255 bytes is itself too long for a key.',
    killedBy: [...long, ...killedBy('room_state', 'a-state-key-over-255-bytes-is-refused')],
    mutate: (homeserver) => refuseLonger(homeserver, Buffer.byteLength, 254),
  },
  {
    id: 'keys-are-measured-as-they-are-encoded',
    fault: 'Keys are measured while they are percent-encoded.',
    killedBy: [...long, ...killedBy('room_state', 'a-state-key-over-255-bytes-is-refused')],
    mutate: (homeserver) => refuseLonger(homeserver, (key) => encodeURIComponent(key).length, 255),
  },
];
