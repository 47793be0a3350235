import type { JsonObject } from '../events/json.ts';
import type { RoomEvent } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import { clientEvent } from '../rooms/client-event.ts';
import { isVisible } from '../rooms/is-visible.ts';
import type { Room } from '../rooms/room.ts';
import type { SyncWindow } from './room-sections.ts';
import type { SyncFilter } from './sync-filter.ts';

/**
 * The news of a room for somebody who is in it, or was up to `last`: the newest events as
 * `timeline`, and as `state` what changed before them. Undefined where nothing is new.
 */
export function roomUpdate(
  homeserver: Homeserver,
  room: Room,
  userId: string,
  filter: SyncFilter,
  window: SyncWindow,
  last?: RoomEvent,
): JsonObject | undefined {
  const end = last?.position ?? Number.POSITIVE_INFINITY;
  const hasJoined = room.events.some(
    ({ type, stateKey, position, content, replaced }) =>
      type === 'm.room.member' &&
      stateKey === userId &&
      position > window.since &&
      position <= end &&
      content.membership === 'join' &&
      replaced?.content.membership !== 'join',
  );
  const since = hasJoined || window.isFull ? 0 : window.since;
  const known = room.events.filter(({ position }) => position <= end);
  const fresh = known.filter(({ position }) => position > (hasJoined ? 0 : window.since));
  if (fresh.length === 0 && !window.isFull) return undefined;
  const visible = fresh.filter(
    (event) => filter.hasInTimeline(event) && isVisible(room, event, userId),
  );
  const timeline = filter.limit === 0 ? [] : visible.slice(-filter.limit);
  const begin = timeline[0]?.position ?? end;
  const isLimited = timeline.length < visible.length;
  const state = stateBefore(homeserver, known, since, begin).filter(filter.hasInState);
  return {
    state: { events: state.map(clientEvent) },
    timeline: {
      events: timeline.map(clientEvent),
      limited: isLimited,
      prev_batch: `s${begin === Number.POSITIVE_INFINITY ? homeserver.stream.position : begin - 1}`,
    },
  };
}

/** The newest state of each key that was set after `since` and before the timeline begins. */
function stateBefore(
  homeserver: Homeserver,
  events: readonly RoomEvent[],
  since: number,
  begin: number,
): readonly RoomEvent[] {
  const state = new Map<string, RoomEvent>();
  for (const event of events) {
    if (event.position < begin) homeserver.state.write(state, event);
  }
  return homeserver.state.list(state).filter(({ position }) => position > since);
}
