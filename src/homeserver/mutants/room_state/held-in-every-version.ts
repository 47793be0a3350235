import { killedBy } from '../killed-by.ts';

/** The scenarios that hold senders to the rules in rooms of every version. */
export const heldInEveryVersion = killedBy(
  'room_state',
  'senders-are-held-to-the-rules-in-versions-1-to-4',
  'senders-are-held-to-the-rules-in-versions-5-to-8',
  'senders-are-held-to-the-rules-in-versions-9-to-12',
);
