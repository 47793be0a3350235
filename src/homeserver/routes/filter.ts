import type { JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';

/** Filters that are kept for a user (client-server-api/#filtering). */
export const filterRoutes = (): readonly Route[] => [
  {
    operationId: 'defineFilter',
    method: 'POST',
    paths: [`${clientApi}/user/{userId}/filter`],
    access: 'token',
    body: 'required',
    handle: (call, homeserver) => {
      const filters = ownFilters(call, homeserver);
      homeserver.filters.set(call.sender, [...filters, call.body]);
      return ok({ filter_id: String(filters.length) });
    },
  },
  {
    operationId: 'getFilter',
    method: 'GET',
    paths: [`${clientApi}/user/{userId}/filter/{filterId}`],
    access: 'token',
    body: 'none',
    handle: (call, homeserver) => {
      const found = ownFilters(call, homeserver)[Number(call.params.filterId)];
      if (found === undefined) throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such filter');
      return ok(found);
    },
  },
];

function ownFilters(call: Call, homeserver: Homeserver): readonly JsonObject[] {
  if (call.params.userId !== call.sender) {
    throw new MatrixError(403, 'M_FORBIDDEN', 'The filters are those of another user');
  }
  return homeserver.filters.get(call.sender) ?? [];
}
