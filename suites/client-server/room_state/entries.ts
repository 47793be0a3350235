import { entry, eventType } from '../../entry.ts';
import { roomState } from './suite.ts';

roomState.must('a-second-put-replaces-the-first', {
  title: 'A PUT with other content replaces the entry, each time with a new event',
  section: 'client-server-api/#types-of-room-events',
  rows: ['A13', 'A14', 'L4'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const ids = new Set<string>();
    const one = { text: 'one', nested: { one: 1 } };
    // What the first had and the second lacks is gone, at every depth.
    for (const content of [one, { nested: { two: 2 } }, one]) {
      ids.add(await alice.setsState(entry(roomId, '11'), content));
      checkState('the content', await alice.seesState(entry(roomId, '11'))).equals(content);
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
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId, 'set'), { text: 'set' });
    await alice.cannot('getRoomStateWithKey', { ...entry(roomId, 'never-set') }, 'M_NOT_FOUND', {
      unlike: { args: entry(roomId, 'set') },
    });
    await alice.setsState(entry(roomId, 'never-set'), { text: 'now' });
    const content = await alice.seesState(entry(roomId, 'never-set'));
    checkState('the entry once it is set', content).equals({ text: 'now' });
  },
});
