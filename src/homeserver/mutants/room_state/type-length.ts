import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSlot } from './change-slot.ts';

const types = killedBy('room_state', 'an-event-type-may-have-255-bytes');

function refuseTypes({ checks }: Homeserver, length: (type: string) => number, most: number): void {
  const { size } = checks;
  checks.size = (draft) => {
    if (length(draft.type) > most)
      throw new MatrixError(413, 'M_TOO_LARGE', 'The type is too long');
    size(draft);
  };
}

/** Faults in how long an event type may be. */
export const typeLengthMutants: readonly Mutant[] = [
  // A short column holds the beginning only.
  ...[64, 128, 252].map(
    (length): Mutant => ({
      id: `types-are-cut-at-${length}`,
      fault: `Types are compared by their first ${length} characters.`,
      killedBy: types,
      mutate: (homeserver) =>
        changeSlot(homeserver, (type, key) => slotOf(type.slice(0, length), key)),
    }),
  ),
  {
    id: 'types-of-255-bytes-are-too-long',
    fault: 'The limit of 255 bytes is itself too long for a type.',
    killedBy: [...types, ...killedBy('room_state', 'an-event-type-over-255-bytes-is-refused')],
    mutate: (homeserver) => refuseTypes(homeserver, Buffer.byteLength, 254),
  },
  {
    id: 'types-are-measured-as-they-are-encoded',
    fault: 'Types are measured while they are percent-encoded.',
    killedBy: [...types, ...killedBy('room_state', 'an-event-type-over-255-bytes-is-refused')],
    mutate: (homeserver) => refuseTypes(homeserver, (type) => encodeURIComponent(type).length, 255),
  },
];
