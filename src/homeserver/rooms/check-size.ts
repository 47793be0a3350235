import type { Draft } from '../events/room-event.ts';
import { MatrixError } from '../http/matrix-error.ts';

/** The longest event type and state key, in bytes (client-server-api/#size-limits). */
const longest = 255;

/** Throws 413 M_TOO_LARGE for a type or a state key that is too long. */
export function checkSize(draft: Draft): void {
  for (const [name, value = ''] of Object.entries({
    type: draft.type,
    state_key: draft.stateKey,
    sender: draft.sender,
  })) {
    if (Buffer.byteLength(value) > longest) {
      throw new MatrixError(413, 'M_TOO_LARGE', `${name} is longer than ${longest} bytes`);
    }
  }
}
