import { jsonOf } from '../../../src/scenario/answer.ts';
import { anyoneMay, entry, eventType } from '../../entry.ts';
import { roomState } from './suite.ts';

roomState.must('a-second-put-replaces-the-first', {
  title: 'A PUT with other content replaces the entry, each time with a new event',
  section: 'client-server-api/#types-of-room-events',
  rows: ['A13', 'A14', 'L4'],
  async run({ users, check, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
    const one = { text: 'one', nested: { one: 1 } };
    const ids = new Set<string>();
    // What the first had and the second lacks is gone, at every depth.
    const writes = [
      [alice, one],
      [alice, { nested: { two: 2 } }],
      [alice, one],
      // What alice wrote last is not what is there.
      [bob, { by: 'bob' }],
      [alice, one],
    ] as const;
    for (const [writer, content] of writes) {
      ids.add(await writer.setsState(entry(roomId, '11'), content));
      checkState('the content', await alice.seesState(entry(roomId, '11'))).equals(content);
    }
    const subject = 'the number of events that so many different writes made';
    check(subject, ids.size).equals(writes.length);
  },
});

/** Keys of which some are one as numbers, or as patterns of a search. */
const similarKeys = ['one', 'two', 'on', 'o_e', 'o%', 'o*', '1', '01', '1.0', '+1', '1e0'];

roomState.must('two-state-keys-are-two-entries', {
  title: 'Writing one state key leaves another one of the same type alone',
  section: 'client-server-api/#types-of-room-events',
  rows: ['A14'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const key of similarKeys) await alice.setsState(entry(roomId, key), { key });
    for (const key of similarKeys) {
      checkState(`the key "${key}"`, await alice.seesState(entry(roomId, key))).equals({ key });
    }
  },
});

roomState.must('two-event-types-are-two-entries', {
  title: 'Writing one event type leaves another one of the same state key alone',
  section: 'client-server-api/#types-of-room-events',
  rows: ['A14', 'J16'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    // Type and key in a row are the same text in each two of these.
    const alike = ['', '/', '|', ':', '.'].flatMap((between) => [
      { ...entry(roomId, `one${between}two`) },
      { ...entry(roomId, 'two'), eventType: `${eventType}${between}one` },
    ]);
    const entries = [entry(roomId, 'two'), entry(roomId, ''), ...alike];
    for (const [index, at] of entries.entries()) await alice.setsState(at, { index });
    for (const [index, at] of entries.entries()) {
      const subject = `the type ${at.eventType} and the key "${at.stateKey}"`;
      checkState(subject, await alice.seesState(at)).equals({ index });
    }
  },
});

roomState.must('two-rooms-have-entries-of-their-own', {
  title: 'The same type, key and content in two rooms are two entries, and two events',
  section: 'client-server-api/#types-of-room-events',
  rows: ['A13', 'A14'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const [one, other] = [await alice.createsRoom(), await alice.createsRoom()];
    for (const key of ['', '11', 'key']) {
      const content = { key };
      const first = await alice.setsState(entry(one, key), content);
      await alice.cannot('getRoomStateWithKey', { ...entry(other, key) }, 'M_NOT_FOUND', {
        unlike: { args: entry(one, key) },
      });
      const second = await alice.setsState(entry(other, key), content);
      check('the id of the second event', second).differsFrom(first);
      const event = await alice.seesEvent(other, second);
      check('the second event', jsonOf(event), event).has({ content, room_id: other });
      await alice.setsState(entry(one, key), { changed: key });
      checkState('the other room', await alice.seesState(entry(other, key))).equals(content);
    }
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
