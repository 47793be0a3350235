import { type Answer, isRecord, jsonOf } from '../../../src/scenario/answer.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, eventType } from '../../entry.ts';
import { roomState } from './suite.ts';
import { syncedEvents, syncOf } from './synced-events.ts';

/** An event that was put, as every view of it has to show it. */
type Put = Readonly<Record<'type' | 'event_id' | 'state_key' | 'sender', string>> & {
  readonly content: unknown;
};

/** Writes some entries twice: the empty key, one in capitals, a user id, one that URLs encode. */
async function puts(alice: User, roomId: string): Promise<{ first: Put[]; last: Put[] }> {
  const write = async (state_key: string, version: number): Promise<Put> => {
    const content = { key: state_key, version };
    const event_id = await alice.setsState(entry(roomId, state_key), content);
    return { type: eventType, event_id, state_key, sender: alice.id, content };
  };
  const first: Put[] = [];
  const last: Put[] = [];
  for (const key of ['', 'KEY', alice.id, 'a/b c%']) {
    first.push(await write(key, 1));
    last.push(await write(key, 2));
  }
  return { first, last };
}

roomState.must('the-event-shows-in-the-full-state', {
  title: 'Each entry stands once in the room’s full state, with its id, key, sender and content',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstate',
  rows: ['A16', 'P9'],
  operations: ['getRoomState'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const before = ofType(await alice.call('getRoomState', { roomId }));
    checkState('the entries before the first PUT', before).equals([]);
    const { last } = await puts(alice, roomId);
    const answer = await alice.call('getRoomState', { roomId });
    const found = ofType(answer);
    checkState('how many entries stand in the state', found.length, answer).equals(last.length);
    for (const put of last) {
      const event = found.find(({ state_key }) => state_key === put.state_key);
      checkState(`the entry of the key "${put.state_key}"`, event, answer).has(put);
    }
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
    const { first, last } = await puts(alice, roomId);
    for (const put of [...first, ...last]) {
      const answer = await alice.seesEvent(roomId, put.event_id);
      const expected = { ...put, room_id: roomId };
      check(`the event of the key "${put.state_key}"`, jsonOf(answer), answer).has(expected);
    }
  },
});

roomState.must('the-event-shows-in-sync', {
  title: 'The event reaches its room’s members by sync, with its id, key, sender and content',
  section: 'client-server-api/#get_matrixclientv3sync',
  rows: ['A16'],
  operations: ['sync'],
  async run({ users, check, eventually }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const before = await bob.call('sync', syncOf(roomId));
    let since = bob.takes(before, 'next_batch');
    const { last } = await puts(alice, roomId);
    const seen = new Map<unknown, unknown>();
    // A homeserver may answer before all of it is there, but not for ever.
    await eventually(async () => {
      const answer = await bob.call('sync', { ...syncOf(roomId), since, timeout: 500 });
      since = bob.takes(answer, 'next_batch');
      for (const event of syncedEvents(answer, roomId)) seen.set(event.event_id, event);
      return last.every(({ event_id }) => seen.has(event_id)) ? true : undefined;
    });
    for (const put of last) {
      check(`the event of the key "${put.state_key}" in sync`, seen.get(put.event_id)).has(put);
    }
  },
});

/** The events of the suite's type in an answer that is a list of events. */
function ofType(answer: Answer): readonly Readonly<Record<string, unknown>>[] {
  const list = jsonOf(answer);
  return Array.isArray(list) ? list.filter(isRecord).filter(({ type }) => type === eventType) : [];
}
