import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../events/json.ts';
import type { Draft } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import type { Room } from './room.ts';
import { hasCreators, type RoomVersion } from './room-version.ts';
import { pduOf, sendEvent } from './send-event.ts';

/**
 * A room with its `m.room.create` and nothing else. Nobody finds it before it is put among the
 * homeserver's rooms. Since version 12 its id is the hash of that event (rooms/v12).
 */
export function openRoom(
  homeserver: Homeserver,
  version: RoomVersion,
  sender: string,
  content: JsonObject,
): Room {
  const draft: Draft = { type: 'm.room.create', stateKey: '', sender, content };
  let sentAt = Date.now();
  let id = roomId(homeserver, version, draft, sentAt);
  // Two rooms that one user makes alike in one millisecond would have the same hash.
  while (homeserver.rooms.has(id)) {
    sentAt += 1;
    id = roomId(homeserver, version, draft, sentAt);
  }
  const room: Room = { id, version, events: [], state: new Map() };
  sendEvent(homeserver, room, { ...draft, sentAt });
  return room;
}

function roomId(
  homeserver: Homeserver,
  version: RoomVersion,
  draft: Draft,
  sentAt: number,
): string {
  if (!hasCreators(version)) return `!${randomBytes(12).toString('hex')}:${homeserver.name}`;
  const room: Room = { id: '', version, events: [], state: new Map() };
  return `!${homeserver.identify(pduOf(room, draft, sentAt), version, homeserver.name).id.slice(1)}`;
}
