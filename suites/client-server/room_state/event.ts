import { type Answer, isRecord, jsonOf } from '../../../src/scenario/answer.ts';
import type { User } from '../../../src/scenario/user.ts';
import { anyoneMay, entry, eventType } from '../../entry.ts';
import { roomState } from './suite.ts';
import { syncedEvents, syncOf } from './synced-events.ts';

/** An event that was put, as every view of it has to show it. */
type Put = Readonly<Record<'type' | 'event_id' | 'state_key' | 'sender', string>> & {
  readonly content: unknown;
};

/**
 * Writes some entries twice: the empty key, one in capitals, a user id, one that URLs encode, and
 * two that another member writes, or writes over.
 */
async function puts(
  alice: User,
  bob: User,
  roomId: string,
): Promise<{ first: Put[]; last: Put[] }> {
  const write = async (writer: User, state_key: string, version: number): Promise<Put> => {
    const content = { key: state_key, version };
    const event_id = await writer.setsState(entry(roomId, state_key), content);
    return { type: eventType, event_id, state_key, sender: writer.id, content };
  };
  const first: Put[] = [];
  const last: Put[] = [];
  for (const [key, one, other] of [
    ['', alice, alice],
    ['KEY', alice, alice],
    [alice.id, alice, alice],
    ['a/b c%', alice, alice],
    ['of bob', bob, bob],
    ['of both', alice, bob],
  ] as const) {
    first.push(await write(one, key, 1));
    last.push(await write(other, key, 2));
  }
  return { first, last };
}

roomState.must('the-event-shows-in-the-full-state', {
  title: 'Each entry stands once in the room’s full state, with its id, key, sender and content',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstate',
  rows: ['A16', 'P9'],
  operations: ['getRoomState'],
  async run({ users, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
    const before = ofType(await alice.call('getRoomState', { roomId }));
    checkState('the entries before the first PUT', before).equals([]);
    const { last } = await puts(alice, bob, roomId);
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
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
    const { first, last } = await puts(alice, bob, roomId);
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
  async run({ users, check, checkState, eventually }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
    const before = await bob.call('sync', syncOf(roomId));
    let since = bob.takes(before, 'next_batch');
    const { last } = await puts(alice, bob, roomId);
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
    // Who begins to sync is told of the state that stands before the timeline, too.
    const whole = await eventually(async () => {
      const answer = await bob.call('sync', syncOf(roomId, 1));
      const ids = new Set(syncedEvents(answer, roomId).map(({ event_id }) => event_id));
      return last.every(({ event_id }) => ids.has(event_id)) ? answer : undefined;
    });
    const told = whole ?? (await bob.call('sync', syncOf(roomId, 1)));
    const events = syncedEvents(told, roomId);
    for (const put of last) {
      const found = events.filter(({ type, state_key: key }) => {
        return type === eventType && key === put.state_key;
      });
      const subject = `the entry of the key "${put.state_key}" in a first sync`;
      checkState(subject, found.at(-1), told).has(put);
    }
  },
});

/** The events of the suite's type in an answer that is a list of events. */
function ofType(answer: Answer): readonly Readonly<Record<string, unknown>>[] {
  const list = jsonOf(answer);
  return Array.isArray(list) ? list.filter(isRecord).filter(({ type }) => type === eventType) : [];
}
