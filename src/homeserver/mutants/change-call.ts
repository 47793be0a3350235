import type { Homeserver } from '../homeserver.ts';
import type { Call } from '../http/call.ts';
import { routeOf } from './route-of.ts';

/** Has an operation misunderstand what it was called with. */
export function changeCall(
  homeserver: Homeserver,
  operationId: string,
  change: (call: Call) => Partial<Call>,
): void {
  const route = routeOf(homeserver, operationId);
  const sound = route.handle;
  route.handle = (call, on) => sound({ ...call, ...change(call) }, on);
}
