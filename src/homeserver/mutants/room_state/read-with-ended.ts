import type { Homeserver } from '../../homeserver.ts';
import { endedTokens } from './ended-tokens.ts';
import { readToken } from './read-token.ts';
import { requestUnderWay } from './request-under-way.ts';

/** Has GET of an entry take tokens that an operation has ended for that of the room's creator. */
export function readWithEnded(homeserver: Homeserver, operationId: string): void {
  const request = requestUnderWay(homeserver);
  const ended = endedTokens(homeserver, operationId);
  readToken(homeserver, (header) => {
    const isEnded = ended.has(header?.replace('Bearer ', '') ?? '');
    if (!isEnded || request.operationId !== 'getRoomStateWithKey') return undefined;
    const creator = homeserver.rooms.get(request.roomId)?.events[0]?.sender;
    return [...homeserver.sessions.values()].find(({ userId }) => userId === creator)?.token;
  });
}
