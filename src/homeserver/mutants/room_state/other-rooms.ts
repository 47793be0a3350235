import { canonicalJson } from '../../events/canonical-json.ts';
import { ok } from '../../http/call.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';

const put = 'setRoomStateWithKey';
const rooms = killedBy('room_state', 'two-rooms-have-entries-of-their-own');

/** Faults in what is remembered of a PUT, and found again where it is not meant. */
export const otherRoomMutants: readonly Mutant[] = [
  {
    id: 'a-number-is-a-transaction-in-all-rooms',
    fault: 'A PUT to a key of digits is taken for that of another room with the same content.',
    killedBy: rooms,
    mutate: (homeserver) => {
      const route = routeOf(homeserver, put);
      const { handle } = route;
      const known = new Map<
        string,
        { roomId: string; reply: Awaited<ReturnType<typeof handle>> }
      >();
      route.handle = async (call, on) => {
        const { roomId = '', eventType, stateKey = '' } = call.params;
        const name = canonicalJson({ eventType, stateKey, body: call.body, by: call.sender });
        const before = known.get(name);
        if (before !== undefined && before.roomId !== roomId) return before.reply;
        const reply = await handle(call, on);
        if (/^\d+$/.test(stateKey)) known.set(name, { roomId, reply });
        return reply;
      };
    },
  },
  {
    id: 'an-entry-is-found-in-other-rooms',
    fault: 'An entry of a key of digits that a room has not is read from another room.',
    killedBy: rooms,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'getRoomStateWithKey', ({ status }, { params }) => {
        const { eventType = '', stateKey = '' } = params;
        if (status !== 404 || !/^\d+$/.test(stateKey)) return undefined;
        const found = [...homeserver.rooms.values()].flatMap(
          ({ state }) => stateEvent(state, eventType, stateKey) ?? [],
        );
        return found[0] && ok(found[0].content);
      }),
  },
  {
    id: 'a-sender-repeats-what-they-sent-last',
    fault:
      'A PUT of what its sender put there last makes no event, though another member did since.',
    killedBy: killedBy('room_state', 'a-second-put-replaces-the-first'),
    mutate: (homeserver) => {
      const route = routeOf(homeserver, put);
      const { handle } = route;
      route.handle = (call, on) => {
        const { roomId = '', eventType = '', stateKey = '' } = call.params;
        const room = homeserver.rooms.get(roomId);
        const last = room?.events.findLast(
          (one) =>
            one.type === eventType && one.stateKey === stateKey && one.sender === call.sender,
        );
        const isLast = last && canonicalJson(last.content) === canonicalJson(call.body);
        const current = room && stateEvent(room.state, eventType, stateKey);
        return isLast && current?.sender !== call.sender
          ? ok({ event_id: last.id })
          : handle(call, on);
      };
    },
  },
];
