import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';

type Change = (event: JsonObject) => readonly JsonObject[];

/** Changes the events of custom types in `GET /state`. */
export function changeListed(homeserver: Homeserver, change: Change): void {
  changeReply(homeserver, 'getRoomState', (reply) => ({
    ...reply,
    body: changeEach(reply.body, change),
  }));
}

/** Changes the events of custom types in the timelines of `GET /sync`. */
export function changeSynced(homeserver: Homeserver, change: Change): void {
  changeReply(homeserver, 'sync', (reply) => ({ ...reply, body: walk(reply.body, change) }));
}

function walk(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return changeEach(value, change);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, walk(member, change)]),
  );
}

function changeEach(list: unknown, change: Change): unknown {
  if (!Array.isArray(list)) return list;
  return list.flatMap((event: unknown): readonly unknown[] =>
    isObject(event) && isCustom(String(event.type)) ? change(event) : [event],
  );
}
