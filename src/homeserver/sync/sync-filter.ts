import { isObject, type JsonObject } from '../events/json.ts';
import type { RoomEvent } from '../events/room-event.ts';
import { MatrixError } from '../http/matrix-error.ts';

/** What a sync is asked to leave out (client-server-api/#filtering). */
export interface SyncFilter {
  /** The most timeline events of a room. */
  readonly limit: number;
  readonly includesLeft: boolean;
  hasRoom(roomId: string): boolean;
  hasInTimeline(event: RoomEvent): boolean;
  hasInState(event: RoomEvent): boolean;
}

/**
 * Reads a filter that is given as JSON in the query, or as the id of one that the user has defined.
 * Throws 400 M_INVALID_PARAM for anything else.
 */
export function readFilter(text: string | null, defined: readonly JsonObject[] = []): SyncFilter {
  const room = objectIn(text === null ? {} : (defined[Number(text)] ?? parse(text)), 'room');
  const timeline = objectIn(room, 'timeline');
  const { limit } = timeline;
  return {
    limit: typeof limit === 'number' && limit >= 0 ? limit : 20,
    includesLeft: room.include_leave === true,
    hasRoom: (roomId) => isWanted(room, 'rooms', roomId),
    hasInTimeline: (event) => passes(timeline, event),
    hasInState: (event) => passes(objectIn(room, 'state'), event),
  };
}

function passes(filter: JsonObject, { type, sender, roomId }: RoomEvent): boolean {
  return (
    isWanted(filter, 'types', type) &&
    isWanted(filter, 'senders', sender) &&
    isWanted(filter, 'rooms', roomId)
  );
}

/** Whether `names` is absent or has a value, and `not_names` is absent or has it not. */
function isWanted(filter: JsonObject, names: string, value: string): boolean {
  const wanted = filter[names];
  const unwanted = filter[`not_${names}`];
  const isNamed = (list: unknown) =>
    Array.isArray(list) &&
    list.some((pattern) => typeof pattern === 'string' && fits(pattern, value));
  return (wanted === undefined || isNamed(wanted)) && !isNamed(unwanted);
}

/** `*` stands for any characters. */
function fits(pattern: string, value: string): boolean {
  if (!pattern.includes('*')) return pattern === value;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(value);
}

function objectIn(value: JsonObject, name: string): JsonObject {
  const member = value[name];
  return isObject(member) ? member : {};
}

function parse(text: string): JsonObject {
  try {
    const filter: unknown = JSON.parse(text);
    if (isObject(filter)) return filter;
  } catch {
    // An id of no filter, which is answered below.
  }
  throw new MatrixError(400, 'M_INVALID_PARAM', 'There is no such filter');
}
