import { leavingOf } from '../../rooms/readable-state.ts';
import type { Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';

/** How somebody who is not in a room stands to it; none of these for who is. */
export type Standing =
  | 'never-there'
  | 'invited'
  | 'declined'
  | 'knocking'
  | 'banned-unseen'
  | 'left'
  | 'kicked'
  | 'banned'
  | 'unbanned'
  | 'invited-again'
  | 'declined-again'
  | 'in-the-room';

/** How a user stands to a room. */
export function standingOf(room: Room, userId: string): Standing {
  const member = stateEvent(room.state, 'm.room.member', userId);
  if (member === undefined) return 'never-there';
  const { membership } = member.content;
  if (membership === 'join') return 'in-the-room';
  const leaving = leavingOf(room, userId);
  if (leaving === undefined) {
    if (membership === 'ban') return 'banned-unseen';
    if (membership === 'knock') return 'knocking';
    return membership === 'invite' ? 'invited' : 'declined';
  }
  if (membership === 'ban') return 'banned';
  if (membership === 'invite') return 'invited-again';
  if (leaving === member) return member.sender === userId ? 'left' : 'kicked';
  return member.replaced?.content.membership === 'ban' ? 'unbanned' : 'declined-again';
}
