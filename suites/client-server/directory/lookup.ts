import { memberOf } from '../../../src/scenario/answer.ts';
import type { User } from '../../../src/scenario/user.ts';

/** The room that an alias points to, or the status with which it does not. */
export async function roomOf(user: User, roomAlias: string): Promise<unknown> {
  const answer = await user.asks('getRoomIdByAlias', { roomAlias });
  return answer.status === 200 ? memberOf(answer, 'room_id') : answer.status;
}

/** The aliases that the homeserver lists of a room, sorted. */
export async function aliasesOf(user: User, roomId: string): Promise<unknown> {
  const list = memberOf(await user.call('getLocalAliases', { roomId }), 'aliases');
  return Array.isArray(list) ? [...list].sort() : list;
}

/** The arguments that make an alias. */
export function mapping(roomAlias: string, room_id: string) {
  return { roomAlias, body: { room_id } };
}
