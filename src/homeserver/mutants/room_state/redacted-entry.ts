import { canonicalJson } from '../../events/canonical-json.ts';
import { isObject, type JsonObject } from '../../events/json.ts';
import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { slotOf, stateEvent } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';

const redacted = killedBy('room_state', 'a-redacted-entry-is-empty-and-can-be-set-again');

type Redacted = (target: RoomEvent, room: Room, content: JsonObject) => void;

/** Does something once an event is redacted; it is told the content that the event had. */
function afterRedaction(homeserver: Homeserver, change: Redacted): void {
  const route = routeOf(homeserver, 'redactEvent');
  const { handle } = route;
  route.handle = async (call, on) => {
    const room = homeserver.rooms.get(call.params.roomId ?? '');
    const target = room?.events.find(({ id }) => id === call.params.eventId);
    const content = target?.content;
    const reply = await handle(call, on);
    if (room && target && content) change(target, room, content);
    return reply;
  };
}

/** Answers a PUT of what a redacted entry once held. */
function onSettingAnew(
  homeserver: Homeserver,
  answer: (first: RoomEvent) => { event_id: string },
): void {
  const before = new Map<RoomEvent, string>();
  afterRedaction(homeserver, (target, _, content) => before.set(target, canonicalJson(content)));
  const route = routeOf(homeserver, 'setRoomStateWithKey');
  const { handle } = route;
  route.handle = (call, on) => {
    const { roomId = '', eventType = '', stateKey = '' } = call.params;
    const state = homeserver.rooms.get(roomId)?.state;
    const current = state && stateEvent(state, eventType, stateKey);
    const isSame = current && before.get(current) === canonicalJson(call.body);
    return isSame ? { status: 200, body: answer(current) } : handle(call, on);
  };
}

/** Faults in what a redaction leaves of an entry, and in setting it anew. */
export const redactedEntryMutants: readonly Mutant[] = [
  {
    id: 'a-redaction-removes-nothing',
    fault: 'A redaction is sent, and the event keeps its content.',
    killedBy: redacted,
    mutate: (homeserver) =>
      afterRedaction(homeserver, (target, _, content) => {
        target.content = content;
      }),
  },
  {
    id: 'a-redaction-leaves-nested-members',
    fault: 'A redaction leaves what is no text.',
    killedBy: redacted,
    mutate: (homeserver) =>
      afterRedaction(homeserver, (target, _, content) => {
        const left = Object.entries(content).filter(([, value]) => typeof value !== 'string');
        target.content = Object.fromEntries(left);
      }),
  },
  {
    id: 'a-redaction-leaves-the-state',
    fault: 'A redacted event is fetched without its content, and the entry is read with it.',
    killedBy: redacted,
    mutate: (homeserver) => {
      const contents = new Map<string, JsonObject>();
      afterRedaction(homeserver, (target, room, content) =>
        contents.set(`${room.id} ${slotOf(target.type, target.stateKey ?? '')}`, content),
      );
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params }) => {
        const { roomId, eventType = '', stateKey = '' } = params;
        const content = contents.get(`${roomId} ${slotOf(eventType, stateKey)}`);
        return content === undefined ? reply : { ...reply, body: content };
      });
    },
  },
  {
    id: 'a-redacted-event-is-fetched-whole',
    fault: 'An entry that was redacted is read as {}, and its event is fetched as it was.',
    killedBy: redacted,
    mutate: (homeserver) => {
      const contents = new Map<unknown, JsonObject>();
      afterRedaction(homeserver, (target, _, content) => contents.set(target.id, content));
      changeReply(homeserver, 'getOneRoomEvent', (reply) => {
        const id = isObject(reply.body) ? reply.body.event_id : undefined;
        const content = contents.get(id);
        if (content === undefined) return reply;
        return { ...reply, body: { ...(reply.body as JsonObject), content } };
      });
    },
  },
  {
    id: 'a-redaction-of-a-replaced-event-empties-the-entry',
    fault: 'A redaction of an event that was replaced empties the one that replaced it.',
    killedBy: redacted,
    mutate: (homeserver) =>
      afterRedaction(homeserver, (target, room) => {
        const current = stateEvent(room.state, target.type, target.stateKey);
        if (current?.replaced === target) current.content = {};
      }),
  },
  {
    id: 'a-redaction-takes-the-entry-away',
    fault: 'An entry whose event was redacted is not found.',
    killedBy: redacted,
    mutate: (homeserver) =>
      afterRedaction(homeserver, (target, room) => {
        room.state.delete(slotOf(target.type, target.stateKey ?? ''));
      }),
  },
  {
    id: 'a-redaction-redacts-equal-contents',
    fault: 'A redaction empties every event of the room with the same content.',
    killedBy: redacted,
    mutate: (homeserver) =>
      afterRedaction(homeserver, (_, room, content) => {
        const text = canonicalJson(content);
        for (const event of room.events) {
          if (isCustom(event.type) && canonicalJson(event.content) === text) event.content = {};
        }
      }),
  },
  {
    id: 'what-was-redacted-cannot-be-set-anew',
    fault: 'A PUT of what was redacted is taken for a repetition: the entry stays as it is.',
    killedBy: redacted,
    mutate: (homeserver) => onSettingAnew(homeserver, ({ id }) => ({ event_id: id })),
  },
  {
    id: 'what-was-redacted-comes-back',
    fault: 'A PUT of what was redacted gives the redacted event its content back.',
    killedBy: redacted,
    mutate: (homeserver) =>
      onSettingAnew(homeserver, (first) => {
        first.content = { text: 'redacted', nested: { list: [1] } };
        return { event_id: first.id };
      }),
  },
];
