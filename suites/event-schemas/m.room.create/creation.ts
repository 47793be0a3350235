import { isRecord, jsonOf } from '../../../src/scenario/answer.ts';
import type { User } from '../../../src/scenario/user.ts';

/** The entry that a room begins with. */
export function creation(roomId: string, stateKey = '') {
  return { roomId, eventType: 'm.room.create', stateKey };
}

/** Every `m.room.create` in the state of a room, as a member sees it: one, of the empty key. */
export async function creationsOf(
  user: User,
  roomId: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const list = jsonOf(await user.call('getRoomState', { roomId }));
  const events = Array.isArray(list) ? list.filter(isRecord) : [];
  return events.filter(({ type }) => type === 'm.room.create');
}

/** The event that a room begins with, and its content; empty where it has none. */
export async function creationOf(user: User, roomId: string) {
  const event = (await creationsOf(user, roomId)).find(({ state_key }) => state_key === '') ?? {};
  return { event, content: isRecord(event.content) ? event.content : {} };
}
