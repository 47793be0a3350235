import type { Answer } from '../../../src/scenario/answer.ts';
import type { Observer } from '../../../src/scenario/context.ts';
import type { User } from '../../../src/scenario/user.ts';

/** An event by its id: a homeserver may take a moment to show what it has taken. */
export async function shownEvent(
  { eventually }: Pick<Observer, 'eventually'>,
  user: User,
  roomId: string,
  eventId: string,
): Promise<Answer> {
  const shown = await eventually(async () => {
    const answer = await user.asks('getOneRoomEvent', { roomId, eventId });
    return answer.status === 404 ? undefined : answer;
  });
  return shown ?? user.seesEvent(roomId, eventId);
}
