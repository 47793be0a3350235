import { killedBy } from '../killed-by.ts';

/** The scenario that holds senders to the rules in rooms of a version, among others. */
export function heldIn(version: string): readonly string[] {
  const from = Number(version) - ((Number(version) - 1) % 4);
  return killedBy('room_state', `senders-are-held-to-the-rules-in-versions-${from}-to-${from + 3}`);
}
