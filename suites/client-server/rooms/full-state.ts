import { jsonOf } from '../../../src/scenario/answer.ts';
import { entry } from '../../entry.ts';
import { entriesOf, eventsOf, get, membershipsOf, type Shown } from './readings.ts';
import { rooms } from './suite.ts';

rooms.must('the-full-state-has-each-entry-once', {
  title: 'The full state holds each entry once, as GET of it answers, and no other events',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstate',
  rows: ['P9'],
  async run({ users, check, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const body = { name: 'Garden', topic: 'Roses' };
    const roomId = await alice.createsRoom({ joinedBy: [bob], body });
    const topic = { roomId, eventType: 'm.room.topic', stateKey: '' };
    await bob.leaves(roomId);
    const { length } = eventsOf(await alice.call('getRoomState', { roomId }));
    for (const version of [1, 2, 3]) {
      const eventId = await alice.setsState(topic, { topic: `Tulips ${version}` });
      // A redaction is an event of the room, and none of its state.
      if (version === 1) await alice.call('redactEvent', { roomId, eventId, txnId: 'r', body: {} });
      for (const key of ['', 'key', alice.id])
        await alice.setsState(entry(roomId, key), { version });
    }
    // What holds nothing is an entry like any other, emptied or empty from the first.
    await alice.setsState(entry(roomId, 'emptied'), { full: true });
    await alice.setsState(entry(roomId, 'emptied'), {});
    await alice.setsState(entry(roomId, 'empty'), {});
    const answer = await alice.call('getRoomState', { roomId });
    const events = eventsOf(answer);
    const places = events.map(placeOf);
    check('how many entries were added', events.length - length, answer).equals(5);
    check('how many different ones there are', new Set(places).size, answer).equals(places.length);
    checkState('the entries', entriesOf(events), answer).equals({
      '': { version: 3 },
      key: { version: 3 },
      [alice.id]: { version: 3 },
      emptied: {},
      empty: {},
    });
    checkState('the members', membershipsOf(events), answer).equals({
      [alice.id]: 'join',
      [bob.id]: 'leave',
    });
    const creation = ['m.room.create', 'm.room.power_levels', 'm.room.join_rules', 'm.room.name'];
    checkState('the places', places, answer).includes(...creation.map((type) => `${type} ""`));
    for (const event of events) {
      const place = placeOf(event);
      check(`the room of ${place}`, event.room_id, answer).equals(roomId);
      const { type, state_key } = event;
      if (String(state_key).startsWith('empt')) continue;
      const one = await alice.asks(get, {
        roomId,
        eventType: String(type),
        stateKey: String(state_key),
      });
      checkState(`GET of ${place}`, jsonOf(one), one).equals(event.content);
    }
  },
});

function placeOf({ type, state_key }: Shown): string {
  return `${String(type)} ${JSON.stringify(state_key)}`;
}
