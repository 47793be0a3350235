import type { Draft } from '../events/room-event.ts';
import type { Room } from '../rooms/room.ts';

/** One step of the authorisation rules: why it rejects an event, or undefined. */
export type Rule = (event: Draft, room: Room) => string | undefined;
