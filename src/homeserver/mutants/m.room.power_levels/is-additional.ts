import { creatorsOf, type Room } from '../../rooms/room.ts';

/** Whether a user is a creator of a room beside the one who made it. */
export function isAdditional(room: Room, user: string): boolean {
  return creatorsOf(room).slice(1).includes(user);
}
