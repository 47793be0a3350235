import { isObject } from '../../events/json.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { eventOf } from './event-of.ts';

const replaces = killedBy('room_state', 'a-second-put-replaces-the-first');
const again = killedBy('room_state', 'the-same-content-again-is-accepted');

/** What is left of a content when another one is laid over it. */
function merged(before: unknown, after: unknown, depth: number): unknown {
  if (depth === 0 || !isObject(before) || !isObject(after)) return after;
  const members = Object.entries(after).map(([name, value]) => [
    name,
    merged(before[name], value, depth - 1),
  ]);
  return { ...before, ...Object.fromEntries(members) };
}

/** Faults in what becomes of an entry that is written once more. */
export const replacingMutants: readonly Mutant[] = [
  {
    id: 'put-merges-contents',
    fault: 'Members of a content that the next one lacks stay in the entry.',
    killedBy: [
      ...replaces,
      ...killedBy(
        'room_state',
        'an-event-names-the-one-that-it-replaced',
        'an-event-shows-the-content-that-it-replaced',
        'json-is-read-however-it-is-written',
        'what-may-be-refused-is-not-stored-as-something-else',
      ),
    ],
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', ({ params, body }) => {
        const { roomId = '', eventType = '', stateKey = '' } = params;
        const room = homeserver.rooms.get(roomId);
        const before = room && stateEvent(room.state, eventType, stateKey)?.content;
        return before && isCustom(eventType) ? { body: { ...before, ...body } } : {};
      }),
  },
  {
    id: 'put-merges-nested-objects',
    fault: 'Objects within a content take over the members of those that they replace.',
    killedBy: replaces,
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', ({ params, body }) => {
        const { roomId = '', eventType = '', stateKey = '' } = params;
        const room = homeserver.rooms.get(roomId);
        const before = room && stateEvent(room.state, eventType, stateKey)?.content;
        if (!before || !isCustom(eventType)) return {};
        const members = Object.entries(body).map(([name, value]) => [
          name,
          merged(before[name], value, 9),
        ]);
        return { body: Object.fromEntries(members) };
      }),
  },
  {
    id: 'put-crashes-where-a-number-is-taken',
    fault: 'A PUT to a key of digits that is set already closes the connection.',
    killedBy: replaces,
    mutate: (homeserver) => {
      const cut = new WeakSet<object>();
      changeReply(homeserver, 'setRoomStateWithKey', (reply, call) => {
        const isTaken = eventOf(homeserver, reply)?.replaced !== undefined;
        if (isTaken && /^\d+$/.test(call.params.stateKey ?? '')) cut.add(reply);
        return reply;
      });
      const { write } = homeserver.wire;
      homeserver.wire.write = (reply, request) => {
        if (cut.has(reply)) request.socket.destroy();
        return write(reply, request);
      };
    },
  },
  {
    id: 'a-repeated-put-names-no-event',
    fault: 'A PUT of what the entry holds already answers with an id that no event has.',
    killedBy: [
      ...again,
      ...killedBy(
        'room_state',
        'the-same-content-in-another-order-is-accepted',
        'equal-puts-at-once-are-answered-in-good-order',
      ),
    ],
    mutate: (homeserver) => {
      const answered = new Set<string>();
      changeReply(homeserver, 'setRoomStateWithKey', (reply) => {
        const { id } = eventOf(homeserver, reply) ?? {};
        if (id === undefined) return reply;
        if (answered.has(id)) return { ...reply, body: { event_id: `$${'0'.repeat(43)}` } };
        answered.add(id);
        return reply;
      });
    },
  },
  {
    id: 'a-repeated-put-names-the-room',
    fault: 'A PUT of what the entry holds already answers with the id of the room’s first event.',
    killedBy: [
      ...again,
      ...killedBy('room_state', 'the-same-content-in-another-order-is-accepted'),
    ],
    mutate: (homeserver) => {
      const answered = new Set<string>();
      changeReply(homeserver, 'setRoomStateWithKey', (reply) => {
        const { id, roomId = '' } = eventOf(homeserver, reply) ?? {};
        const first = homeserver.rooms.get(roomId)?.events[0];
        if (id === undefined || first === undefined) return reply;
        if (answered.has(id)) return { ...reply, body: { event_id: first.id } };
        answered.add(id);
        return reply;
      });
    },
  },
];
