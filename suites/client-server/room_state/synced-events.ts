import { type Answer, isRecord, memberOf } from '../../../src/scenario/answer.ts';

/** The arguments of a sync that tells of one room, at once and all of it but for an old timeline. */
export function syncOf(roomId: string, limit = 100) {
  const filter = JSON.stringify({ room: { rooms: [roomId], timeline: { limit } } });
  return { filter, timeout: 0 };
}

/** The state and timeline events of a joined room in a sync answer. */
export function syncedEvents(
  answer: Answer,
  roomId: string,
): readonly Readonly<Record<string, unknown>>[] {
  const rooms = memberOf(answer, 'rooms');
  const joined = isRecord(rooms) ? rooms.join : undefined;
  const room = isRecord(joined) ? joined[roomId] : undefined;
  if (!isRecord(room)) return [];
  return [room.state, room.timeline].flatMap((part) =>
    isRecord(part) && Array.isArray(part.events) ? part.events.filter(isRecord) : [],
  );
}
