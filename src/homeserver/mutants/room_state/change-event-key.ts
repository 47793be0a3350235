import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { changeReply } from '../change-reply.ts';

/** Has events that are fetched by their id show another state key; undefined shows none. */
export function changeEventKey(
  homeserver: Homeserver,
  change: (key: string, id: unknown) => string | undefined,
): void {
  changeReply(homeserver, 'getOneRoomEvent', (reply) => {
    if (!isObject(reply.body) || typeof reply.body.state_key !== 'string') return reply;
    const { state_key: key, event_id: id } = reply.body;
    return { ...reply, body: { ...reply.body, state_key: change(key, id) } };
  });
}
