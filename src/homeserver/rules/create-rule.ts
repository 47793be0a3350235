import type { Draft } from '../events/room-event.ts';
import type { Room } from '../rooms/room.ts';
import { rulesOf } from '../rooms/room-version.ts';
import { isUserId } from './is-user-id.ts';

/** Rule 1: `m.room.create` is the first event of a room, and no other is (rooms/v12/#authorisation-rules). */
export function create(event: Draft, room: Room): string | undefined {
  if (room.events.length > 0) return 'the room is created already';
  const { namesCreator, hasCreators } = rulesOf(room.version);
  if (namesCreator && event.content.creator === undefined) return 'creator is missing';
  const more: unknown = event.content.additional_creators;
  if (!hasCreators || more === undefined) return undefined;
  const areUsers = Array.isArray(more) && more.every(isUserId);
  return areUsers ? undefined : 'additional_creators is not an array of user ids';
}
