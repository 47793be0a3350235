import { entry, eventType } from './entry.ts';
import { roomState } from './suite.ts';

roomState.must('a-second-put-replaces-the-first', {
  title: 'A PUT with other content replaces the entry, each time with a new event',
  section: 'client-server-api/#types-of-room-events',
  rows: ['A13', 'A14', 'L4'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const ids = new Set<string>();
    for (const text of ['one', 'two', 'one']) {
      ids.add(await alice.setsState(entry(roomId, '11'), { text }));
      checkState('the content', await alice.seesState(entry(roomId, '11'))).equals({ text });
    }
    check('the number of events that three different writes made', ids.size).equals(3);
  },
});

roomState.must('two-state-keys-are-two-entries', {
  title: 'Writing one state key leaves another one of the same type alone',
  section: 'client-server-api/#types-of-room-events',
  rows: ['A14'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId, 'one'), { key: 'one' });
    await alice.setsState(entry(roomId, 'two'), { key: 'two' });
    checkState('the key "one"', await alice.seesState(entry(roomId, 'one'))).equals({ key: 'one' });
    checkState('the key "two"', await alice.seesState(entry(roomId, 'two'))).equals({ key: 'two' });
  },
});

roomState.must('two-event-types-are-two-entries', {
  title: 'Writing one event type leaves another one of the same state key alone',
  section: 'client-server-api/#types-of-room-events',
  rows: ['A14', 'J16'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const other = { ...entry(roomId), eventType: `${eventType}.other` };
    await alice.setsState(entry(roomId), { type: 'one' });
    await alice.setsState(other, { type: 'other' });
    checkState('the first type', await alice.seesState(entry(roomId))).equals({ type: 'one' });
    checkState('the second type', await alice.seesState(other)).equals({ type: 'other' });
  },
});

roomState.must('state-keys-are-case-sensitive', {
  title: 'State keys that differ in case, or in Unicode normalisation, are two entries',
  rows: ['A15'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const keys = ['Key', 'key', 'caf\u00e9', 'cafe\u0301'];
    for (const key of keys) await alice.setsState(entry(roomId, key), { key });
    for (const key of keys) {
      const content = await alice.seesState(entry(roomId, key));
      checkState(`the key ${JSON.stringify(key)}`, content).equals({ key });
    }
  },
});

roomState.must('reserved-characters-in-a-state-key-are-data', {
  title: 'Percent-encoded characters that mean something in a URL are part of the state key',
  rows: ['B2', 'B3', 'B4', 'B6'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const keys = ['a/b', 'a+b', 'a b', 'a%2Fb', 'a?b=c', 'a#b', 'a;b', 'a"b*', ' a ', '..', '🦊'];
    for (const key of keys) await alice.setsState(entry(roomId, key), { key });
    for (const key of keys) {
      checkState(`the key ${key}`, await alice.seesState(entry(roomId, key))).equals({ key });
    }
    const eventId = await alice.setsState(entry(roomId, 'a/+ %41'), { key: 'last' });
    const event = await alice.seesEvent(roomId, eventId);
    check('the event’s state key', event.json.ok && event.json.value, event).has({
      state_key: 'a/+ %41',
    });
  },
});

roomState.must('a-user-id-of-ones-own-may-be-the-state-key', {
  title: 'A member may use their own user id as the state key',
  section: 'rooms/v10/#authorization-rules',
  rows: ['B1', 'F13'],
  async run({ users, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const powerLevels = { events: { [eventType]: 0 } };
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    await bob.setsState(entry(roomId, bob.id), { of: 'bob' });
    const content = await alice.seesState(entry(roomId, bob.id));
    checkState('the entry of bob’s user id', content).equals({ of: 'bob' });
  },
});

roomState.must('an-entry-that-was-never-set-is-not-found', {
  title: 'GET of an entry that was never set is answered with 404 M_NOT_FOUND',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey',
  rows: ['P3'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId, 'set'), { text: 'set' });
    await alice.cannot('getRoomStateWithKey', { ...entry(roomId, 'never-set') }, 'M_NOT_FOUND', {
      unlike: { args: entry(roomId, 'set') },
    });
  },
});
