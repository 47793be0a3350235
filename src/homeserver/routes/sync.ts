import { accountDataSince } from '../accounts/account-data.ts';
import type { JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { clientApi, type Route } from '../http/route.ts';
import { readPosition } from '../sync/read-position.ts';
import { roomSections } from '../sync/room-sections.ts';
import { readFilter } from '../sync/sync-filter.ts';

/** The longest that a sync waits, in milliseconds. */
const longestWait = 30_000;

/** `GET /sync` (client-server-api/#get_matrixclientv3sync). */
export const syncRoutes = (): readonly Route[] => [
  {
    operationId: 'sync',
    method: 'GET',
    paths: [`${clientApi}/sync`],
    access: 'token',
    body: 'none',
    handle: sync,
  },
];

async function sync(call: Call, homeserver: Homeserver): Promise<Reply> {
  const since = readPosition(call.query.get('since'), 'since');
  const filter = readFilter(call.query.get('filter'), homeserver.filters.get(call.sender));
  const isFull = call.query.get('full_state') === 'true';
  const endsAt = Date.now() + Math.min(readTimeout(call.query.get('timeout')), longestWait);
  for (;;) {
    const { position } = homeserver.stream;
    const window = { since: since ?? 0, isInitial: since === undefined, isFull };
    const rooms = roomSections(homeserver, call.sender, filter, window);
    const left = endsAt - Date.now();
    const accountData = accountDataSince(homeserver, call.sender, isFull ? 0 : window.since);
    const hasNews = Object.keys(rooms).length + accountData.length > 0 || window.isInitial;
    if (hasNews || isFull || left <= 0 || call.gone.aborted) {
      return ok(body(position, accountData, rooms));
    }
    await homeserver.stream.wait(left, call.gone);
  }
}

function body(position: number, accountData: readonly JsonObject[], rooms: JsonObject): JsonObject {
  return {
    next_batch: `s${position}`,
    account_data: { events: accountData },
    presence: { events: [] },
    to_device: { events: [] },
    device_one_time_keys_count: {},
    rooms,
  };
}

function readTimeout(timeout: string | null): number {
  if (timeout === null) return 0;
  if (/^\d{1,15}$/.test(timeout)) return Number(timeout);
  throw new MatrixError(400, 'M_INVALID_PARAM', 'timeout is not a number of milliseconds');
}
