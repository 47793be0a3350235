import type { Homeserver } from '../../homeserver.ts';
import { changeReply } from '../change-reply.ts';

/** The tokens that an operation has ended, as a set that grows. */
export function endedTokens(homeserver: Homeserver, operationId: string): ReadonlySet<string> {
  const ended = new Set<string>();
  changeReply(homeserver, operationId, (reply, { session }) => {
    if (reply.status === 200) ended.add(session?.token ?? '');
    return reply;
  });
  return ended;
}
