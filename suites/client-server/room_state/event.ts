import { type Answer, isRecord, jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, eventType } from './entry.ts';
import { roomState } from './suite.ts';

const content = { text: 'to be seen' };

/** What every view of the event has to show. */
function expected(alice: User, eventId: string) {
  return { type: eventType, event_id: eventId, state_key: 'key', sender: alice.id, content };
}

roomState.must('the-event-shows-in-the-full-state', {
  title: 'The event stands once in the room’s full state, with its id, key, sender and content',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstate',
  rows: ['A16', 'P9'],
  operations: ['getRoomState'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId), { text: 'before' });
    const eventId = await alice.setsState(entry(roomId), content);
    const answer = await alice.call('getRoomState', { roomId });
    const found = listOf(answer).filter((event) => event.type === eventType);
    checkState('how often the entry stands in the state', found.length, answer).equals(1);
    checkState('the entry', found[0], answer).has(expected(alice, eventId));
  },
});

roomState.must('the-event-can-be-fetched-by-its-id', {
  title: 'The event can be fetched by the id that the PUT answered, as it was sent',
  section: 'client-server-api/#get_matrixclientv3roomsroomideventeventid',
  rows: ['A16'],
  operations: ['getOneRoomEvent'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const eventId = await alice.setsState(entry(roomId), content);
    const answer = await alice.seesEvent(roomId, eventId);
    check('the event', jsonOf(answer), answer).has({
      ...expected(alice, eventId),
      room_id: roomId,
    });
  },
});

roomState.must('the-event-shows-in-sync', {
  title: 'The event reaches its room’s members by sync, with its id, key, sender and content',
  section: 'client-server-api/#get_matrixclientv3sync',
  rows: ['A16'],
  operations: ['sync'],
  async run({ users, check }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const filter = JSON.stringify({ room: { rooms: [roomId] } });
    const first = await bob.call('sync', { filter, timeout: 0 });
    let since = bob.takes(first, 'next_batch');
    const eventId = await alice.setsState(entry(roomId), content);
    // A homeserver may answer before the event is there, but not for ever.
    for (let asked = 0; asked < 5; asked += 1) {
      const answer = await bob.call('sync', { filter, since, timeout: 1000 });
      since = bob.takes(answer, 'next_batch');
      const found = eventsOf(answer, roomId).find((event) => event.event_id === eventId);
      if (found === undefined && asked < 4) continue;
      check('the event in sync', found, answer).has(expected(alice, eventId));
      return;
    }
  },
});

function listOf(answer: Answer): readonly Readonly<Record<string, unknown>>[] {
  const list = jsonOf(answer);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** The state and timeline events of a joined room in a sync answer. */
function eventsOf(answer: Answer, roomId: string): readonly Readonly<Record<string, unknown>>[] {
  const room = [memberOf(answer, 'rooms'), 'join', roomId].reduce<unknown>(
    (value, name) => (typeof name === 'string' && isRecord(value) ? value[name] : name),
    undefined,
  );
  if (!isRecord(room)) return [];
  return [room.state, room.timeline].flatMap((part) =>
    isRecord(part) && Array.isArray(part.events) ? part.events.filter(isRecord) : [],
  );
}
