import type { Homeserver } from '../homeserver.ts';
import type { Call, Reply } from '../http/call.ts';
import { routeOf } from './route-of.ts';

/** Has an operation do its work and answer something else. Refusals stay as they are. */
export function changeReply(
  homeserver: Homeserver,
  operationId: string,
  change: (reply: Reply, call: Call) => Reply,
): void {
  const route = routeOf(homeserver, operationId);
  const sound = route.handle;
  route.handle = async (call, on) => change(await sound(call, on), call);
}
