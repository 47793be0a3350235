import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import { changeReply } from '../change-reply.ts';

type Change = (event: JsonObject, call: Call) => readonly JsonObject[];

/** Changes each event in the answers of GET /state or GET /members. */
export function changeListed(
  homeserver: Homeserver,
  operationId: 'getRoomState' | 'getMembersByRoom',
  change: Change,
): void {
  changeReply(homeserver, operationId, (reply, call) => {
    const changed = (list: unknown): unknown =>
      Array.isArray(list)
        ? list.flatMap((event: unknown): readonly unknown[] =>
            isObject(event) ? change(event, call) : [event],
          )
        : list;
    const { body } = reply;
    return {
      ...reply,
      body: isObject(body) ? { ...body, chunk: changed(body.chunk) } : changed(body),
    };
  });
}

/** The membership in a member event as it is shown. */
export function shownMembership({ content }: JsonObject): unknown {
  return isObject(content) ? content.membership : undefined;
}
