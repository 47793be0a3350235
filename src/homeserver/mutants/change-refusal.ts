import type { Homeserver } from '../homeserver.ts';
import type { Call, Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { routeOf } from './route-of.ts';

/**
 * Has an operation refuse with something else, or answer in place of refusing; `change` gives
 * undefined to leave it as it is.
 */
export function changeRefusal(
  homeserver: Homeserver,
  operationId: string,
  change: (error: MatrixError, call: Call) => MatrixError | Reply | undefined,
): void {
  const route = routeOf(homeserver, operationId);
  const sound = route.handle;
  route.handle = async (call, on) => {
    try {
      return await sound(call, on);
    } catch (error) {
      const changed = error instanceof MatrixError ? change(error, call) : undefined;
      if (changed === undefined) throw error;
      if (changed instanceof MatrixError) throw changed;
      return changed;
    }
  };
}
